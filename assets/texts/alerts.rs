// What wants attention: the alert itself, then what to do about it.

texts! {
    alert_overdue(item: &str, n: u32, amount: &str, days: u32) { zh: "{item} 第 {n} 期 {amount} 逾期 {days} 天", en: "{item} no. {n}, {amount}, {days} days late", one(days): "{item} no. {n}, {amount}, {days} day late" }
    alert_grace(item: &str, n: u32, amount: &str, until: &str) { zh: "{item} 第 {n} 期 {amount} 在宽限期，最晚 {until}", en: "{item} no. {n}, {amount}, in its grace days until {until}" }
    alert_due_today(item: &str, n: u32, amount: &str) { zh: "{item} 第 {n} 期 {amount} 今天到期", en: "{item} no. {n}, {amount}, is due today" }
    alert_autopay_unconfirmed(item: &str, n: u32, amount: &str) { zh: "{item} 第 {n} 期 {amount} 应已自动扣款，请核实", en: "{item} no. {n}, {amount}: autopay should have paid it, please check" }
    alert_not_restored(line: &str, amount: &str, days: u32) { zh: "{line} {amount} 还款 {days} 个工作日仍未恢复", en: "{line}: {amount} not back {days} working days after the payment", one(days): "{line}: {amount} not back {days} working day after the payment" }
    alert_over_limit(line: &str, amount: &str) { zh: "{line} 占用超出额度 {amount}", en: "{line} is {amount} over its limit" }
    alert_line_frozen(line: &str) { zh: "{line} 额度冻结，已有分期仍要按期还", en: "{line} is frozen; its installments still have to be paid" }
    alert_case_due(case: &str, about: &str) { zh: "跟进 {case}（{about}）该有下一步了", en: "case {case} ({about}) wants its next step" }
    alert_due_soon(item: &str, n: u32, amount: &str, when: &str) { zh: "{item} 第 {n} 期 {amount} {when}到期", en: "{item} no. {n}, {amount}, is due {when}" }
    alert_due_soon_autopay(item: &str, n: u32, amount: &str, when: &str) { zh: "{item} 第 {n} 期 {amount} {when}自动扣款", en: "{item} no. {n}, {amount}, autopay {when}" }
    alert_method_expires(method: &str, on: &str, item: &str) { zh: "{method} {on} 到期，{item} 的自动扣款还在用它", en: "{method} expires on {on}, before the autopay of {item}" }
    alert_method_limit(item: &str, n: u32, amount: &str, method: &str) { zh: "{item} 第 {n} 期 {amount} 超过 {method} 的单笔限额", en: "{item} no. {n}, {amount}, is more than {method} allows at once" }
    alert_temporary_expires(line: &str, amount: &str, on: &str) { zh: "{line} 的临时额度 {amount} 到 {on} 为止", en: "{line}: the temporary limit of {amount} ends on {on}" }
    alert_identity_expires(line: &str, on: &str) { zh: "{line} 登记的证件 {on} 到期", en: "{line}: the identity papers on file expire on {on}" }
    alert_identity_expired(line: &str, on: &str) { zh: "{line} 登记的证件已于 {on} 过期", en: "{line}: the identity papers on file expired on {on}" }
    alert_pause_ends(item: &str, on: &str) { zh: "{item} 暂停到 {on} 为止", en: "{item}: the pause ends on {on}" }
    alert_monthly_cap(month: &str, amount: &str) { zh: "{month}要还 {amount}，超过自己定的上限", en: "{month} asks for {amount}, more than your own ceiling" }
}

texts! {
    advice_overdue { zh: "尽快还上；拖着可能有罚息，也可能影响征信", en: "pay it soon; waiting may cost a fee and may be reported" }
    advice_due { zh: "还了以后记一笔", en: "note it once it is paid" }
    advice_autopay { zh: "查一下扣款账户，确认后记为已还", en: "look at the account, then mark it paid" }
    advice_not_restored { zh: "备好订单号和还款凭证，问客服", en: "ask the service, with order number and proof of payment at hand" }
    advice_frozen { zh: "向客服问明原因和解冻办法", en: "ask the service why, and how to lift it" }
    advice_over_limit { zh: "和平台显示的额度对一对", en: "compare with the figure the provider shows" }
    advice_method { zh: "换一种还款方式，或提前手动还", en: "choose another way to pay, or pay by hand before" }
    advice_identity { zh: "在平台更新证件，免得分期被拒", en: "renew them with the provider, or installments may be refused" }
    advice_keep_balance { zh: "留足余额", en: "keep enough on the account" }
    severity_critical { zh: "紧急", en: "urgent" }
    severity_warning { zh: "要处理", en: "to do" }
    severity_info { zh: "知道就好", en: "to know" }
}
