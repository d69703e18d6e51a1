// What was changed, as the history and the messages tell it.

texts! {
    change_paid(item: &str, n: u32, amount: &str) { zh: "{item} 第 {n} 期还款 {amount}", en: "payment of {amount} for {item} no. {n}" }
    change_paid_loose(item: &str, amount: &str) { zh: "{item} 还款 {amount}", en: "payment of {amount} for {item}" }
    change_unpaid(item: &str, n: u32, amount: &str) { zh: "撤回 {item} 第 {n} 期还款 {amount}", en: "payment of {amount} for {item} no. {n} taken back" }
    change_unpaid_loose(item: &str, amount: &str) { zh: "撤回 {item} 还款 {amount}", en: "payment of {amount} for {item} taken back" }
    change_restored(item: &str, n: u32) { zh: "{item} 第 {n} 期的额度已恢复", en: "limit of {item} no. {n} is back" }
    change_restored_loose(item: &str) { zh: "{item} 的额度已恢复", en: "limit of {item} is back" }
    change_seen(line: &str, amount: &str, on: &str) { zh: "{line} {on} 显示可用 {amount}", en: "{line} showed {amount} available on {on}" }
    change_paid_several(n: usize, sum: &str) { zh: "{n} 笔还款 共 {sum}", en: "{n} payments, {sum} in all" }
    change_several_first(n: usize, first: &str) { zh: "{n} 项更改：{first} …", en: "{n} changes: {first} …" }
    change_unknown { zh: "一项更改", en: "a change" }
}
