// What is said to customer service about a case. What nobody wrote down is named.

texts! {
    dossier_limit_not_restored { zh: "您好，我已还款，额度没有恢复。", en: "Hello, I have paid, and the limit did not come back." }
    dossier_refused { zh: "您好，我下单时不能分期。", en: "Hello, I was refused installments." }
    dossier_payment_failed { zh: "您好，我还款失败。", en: "Hello, my payment failed." }
    dossier_wrong_amount { zh: "您好，还款金额对不上。", en: "Hello, the amount of a payment is not right." }
    dossier_entry_moved { zh: "您好，我找不到还款入口。", en: "Hello, I cannot find where to pay." }
    dossier_refund { zh: "您好，我的退款还没到。", en: "Hello, my refund has not arrived." }
    dossier_other { zh: "您好，我有一个问题请你们处理。", en: "Hello, I need your help with a problem." }
    dossier_ask_limit { zh: "请查明原因，并告诉我额度哪天恢复。", en: "Please find out why, and tell me the day on which the limit will be back." }
    dossier_ask_refused { zh: "请告诉我原因，以及怎样才能分期。", en: "Please tell me why, and what I can do to be accepted." }
    dossier_ask_payment { zh: "请告诉我失败的原因、在哪里还，并确认不会记为逾期。", en: "Please tell me why it failed and where to pay, and confirm that it will not count as late." }
    dossier_ask_amount { zh: "请核对这一期应还、已还和还差的金额。", en: "Please check what this installment asks for, what was paid and what is left." }
    dossier_ask_entry { zh: "请告诉我现在在哪里还款。", en: "Please tell me where to pay now." }
    dossier_ask_refund { zh: "请告诉我退款到了哪里、哪天到账。", en: "Please tell me where the refund is and on which day it will arrive." }
    dossier_ask_other { zh: "请告诉我怎么解决、哪天解决。", en: "Please tell me how and by which day it will be solved." }
    dossier_not_recorded { zh: "未记录", en: "not recorded" }
    dossier_account { zh: "账号", en: "account" }
    dossier_order { zh: "订单号", en: "order number" }
    dossier_item { zh: "商品", en: "item" }
    dossier_merchant { zh: "商家", en: "merchant" }
    dossier_price { zh: "总价", en: "price" }
    dossier_bought { zh: "下单", en: "bought" }
    dossier_paid { zh: "还款", en: "paid" }
    dossier_channel { zh: "渠道", en: "channel" }
    dossier_reference { zh: "流水号", en: "reference" }
    dossier_limit { zh: "额度", en: "limit" }
    dossier_freed(amount: &str, earliest: u32, latest: u32, by: &str) { zh: "{amount}，按 {earliest}–{latest} 个工作日应在 {by} 前恢复", en: "{amount}, to be back within {earliest}–{latest} working days, by {by}" }
    dossier_late_by(days: u32, today: &str) { zh: "到 {today} 已超时 {days} 个工作日", en: "{days} working days late on {today}", one(days): "{days} working day late on {today}" }
    dossier_shown { zh: "平台显示", en: "shown" }
    dossier_available(on: &str, amount: &str) { zh: "{on} 可用 {amount}", en: "{amount} available on {on}" }
    dossier_installment(n: u32) { zh: "第 {n} 期", en: "installment {n}" }
    dossier_row(due: &str, amount: &str, paid: &str, left: &str) { zh: "{due} 到期，应还 {amount}，已还 {paid}，还差 {left}", en: "due {due}, {amount}; paid {paid}, left {left}" }
    dossier_message { zh: "看到的提示", en: "message" }
    dossier_contacts { zh: "联系过", en: "asked before" }
    dossier_promise(by: &str) { zh: "答应 {by} 前答复", en: "promised by {by}" }
    dossier_promise_missed(by: &str) { zh: "答应 {by} 前答复，没有答复", en: "promised by {by}, not kept" }
    dossier_proof { zh: "凭证", en: "proof" }
    dossier_colon { zh: "：", en: ": " }
}
