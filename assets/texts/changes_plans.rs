// What happened to a plan, as the history and the messages tell it.

texts! {
    change_prepaid(item: &str, amount: &str) { zh: "{item} 提前还本 {amount}", en: "prepayment of {amount} for {item}" }
    change_added(item: &str, amount: &str) { zh: "新增 {item}，分期 {amount}", en: "new plan {item} over {amount}" }
    change_removed(item: &str) { zh: "删掉 {item}", en: "{item} removed" }
    change_noted(item: &str) { zh: "{item} 的备注", en: "note on {item}" }
    change_note_removed(item: &str) { zh: "删掉 {item} 的备注", en: "note of {item} taken away" }
    change_settled(item: &str, amount: &str) { zh: "{item} 提前结清 {amount}", en: "{item} settled early with {amount}" }
    change_refunded(item: &str, amount: &str) { zh: "{item} 退款 {amount}", en: "refund of {amount} for {item}" }
    change_deferred(item: &str, n: u32, to: &str) { zh: "{item} 第 {n} 期延到 {to}", en: "{item} no. {n} deferred to {to}" }
    change_paused(item: &str, until: &str) { zh: "{item} 暂停到 {until}", en: "{item} paused until {until}" }
    change_resumed(item: &str) { zh: "{item} 不再暂停", en: "{item} goes on" }
    change_amended(item: &str, n: u32) { zh: "按账单改 {item} 第 {n} 期", en: "{item} no. {n} as the bill has it" }
    change_amended_several(item: &str, first: u32, last: u32) { zh: "按账单改 {item} 第 {first}–{last} 期", en: "{item} no. {first} to {last} as the bill has them" }
}
