//! A bill of any length in the form of 支付宝: of four rows one is a repayment, the others are purchases.

use std::fmt::Write as _;

use chrono::Days;

use super::book::today;

/// The text of a bill of so many rows, the newest first.
pub fn bill(rows: usize) -> String {
    let mut text = String::from(
        "交易时间,交易分类,交易对方,对方账号,商品说明,收/支,金额,收/付款方式,交易状态,交易订单号,商家订单号,备注,\n",
    );
    for row in 0..rows {
        let on = today() - Days::new(row as u64 % 360);
        let order = 2_026_000_000_000_u64 + row as u64;
        let _ = if row % 4 == 0 {
            writeln!(
                text,
                "{on} 09:00:12,信用借还,花呗,/,花呗自动还款-{}账单,不计收支,600.00,储蓄卡(1234),还款成功,{order}\t,\t,,",
                on.format("%Y年%m月"),
            )
        } else {
            writeln!(
                text,
                "{on} 12:30:00,数码电器,某旗舰店,/,耳机 {row},支出,{}.00,花呗分期(3期),交易成功,{order}\t,T{row}\t,,",
                300 + row % 700,
            )
        };
    }
    text
}
