// What happens to a plan's money: refunds, prepayments, plans that replace others.

texts! {
    status_restructured { zh: "已重组", en: "restructured" }
    cli_refund_back(amount: &str) { zh: "{amount} 退回", en: "{amount} back" }
    cli_refund_back_to(amount: &str, way: &str) { zh: "{amount} 退回{way}", en: "{amount} back to {way}" }
    explain_waived { zh: "免收的手续费", en: "fee that fell away" }
    explain_replaced { zh: "转入新的分期", en: "moved into another plan" }
    alert_acceleration(item: &str, amount: &str) { zh: "{item} 逾期 {amount}，商家可能要求一次付清", en: "{item}: {amount} overdue, enough for the seller to demand everything" }
    advice_paused { zh: "暂停中，等处理结果", en: "paused, wait for the outcome" }
    advice_acceleration { zh: "先把逾期的还上，再问商家是否要求付清", en: "pay what is overdue first, then ask whether the rest is demanded" }
    overview_alert_acceleration { zh: "可能要一次付清", en: "may be demanded at once" }
}
