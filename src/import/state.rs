//! What the states of bills mean.

use super::entry::State;
use super::figure::{Back, back};
use crate::domain::Currency;

const DONE: [&str; 16] = [
    "交易成功",
    "支付成功",
    "还款成功",
    "退款成功",
    "已收钱",
    "对方已收钱",
    "已存入零钱",
    "已转账",
    "等待确认收货",
    "充值完成",
    "充值成功",
    "提现已到账",
    "缴费成功",
    "代付成功",
    "朋友已收钱",
    "已完成",
];
const FAILED: [&str; 3] = ["还款失败", "支付失败", "交易失败"];
const CLOSED: [&str; 3] = ["交易关闭", "已关闭", "已取消"];
const PENDING: [&str; 8] = [
    "处理中",
    "还款处理中",
    "退款处理中",
    "等待付款",
    "待付款",
    "待支付",
    "交易进行中",
    "支付中",
];

/// What a state means, and what it says of money that was given back.
pub(super) fn state(word: &str, currency: Currency) -> (State, Option<Back>) {
    let back = back(word, currency);
    let state = if back.is_some() || DONE.contains(&word) {
        State::Done
    } else if FAILED.contains(&word) {
        State::Failed
    } else if CLOSED.contains(&word) {
        State::Closed
    } else if PENDING.contains(&word) {
        State::Pending
    } else {
        State::Unknown(word.to_owned())
    };
    (state, back)
}

#[cfg(test)]
mod tests {
    use super::{Back, Currency, State, state};

    #[test]
    fn a_state_that_is_not_known_stays_what_it_is() {
        let money = |text| crate::domain::Money::parse(text, Currency::CNY).unwrap();
        for (word, expected, back) in [
            ("还款成功", State::Done, None),
            ("还款失败", State::Failed, None),
            ("交易关闭", State::Closed, None),
            ("等待付款", State::Pending, None),
            ("已全额退款", State::Done, Some(Back::All)),
            (
                "已退款(￥12.50)",
                State::Done,
                Some(Back::Part(money("12.50"))),
            ),
            ("已退款￥3", State::Done, Some(Back::Part(money("3")))),
            ("审核中", State::Unknown("审核中".into()), None),
            ("", State::Unknown(String::new()), None),
        ] {
            assert_eq!(state(word, Currency::CNY), (expected, back), "{word}");
        }
    }
}
