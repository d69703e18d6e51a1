// Messages of providers, compared with the book.

texts! {
    sms_reminder { zh: "还款提醒", en: "a reminder" }
    sms_receipt { zh: "还款回执", en: "a receipt" }
    sms_failed { zh: "还款没成功", en: "a payment that failed" }
    sms_about(item: &str, n: u32, due: &str, open: &str) { zh: "{item} 第 {n} 期，{due} 到期，待还 {open}", en: "{item} no. {n}, due {due}, {open} open" }
    sms_about_paid(item: &str, n: u32, due: &str) { zh: "{item} 第 {n} 期，{due} 到期，已还清", en: "{item} no. {n}, due {due}, paid" }
    sms_agrees { zh: "和账本一致", en: "it agrees with the book" }
    sms_no_service { zh: "没看出是哪家发的", en: "it does not say who sent it" }
    sms_no_amount { zh: "没看到金额", en: "it names no amount" }
    sms_nothing { zh: "账本里没有对得上的一期", en: "no installment of the book fits it" }
    sms_several(n: usize) { zh: "有 {n} 期对得上，分不出是哪一期", en: "{n} installments fit it; which one is not said" }
    sms_amount(said: &str, open: &str) { zh: "金额不符：短信说 {said}，账本待还 {open}", en: "another amount: the message says {said}, the book {open}" }
    sms_day(said: &str, due: &str) { zh: "日期不符：短信说 {said}，账本是 {due}", en: "another day: the message says {said}, the book {due}" }
    sms_paid { zh: "账本里已还", en: "the book has it paid" }
    sms_paid_on(on: &str) { zh: "账本里已在 {on} 还过", en: "the book has it paid on {on}" }
    sms_link_home(host: &str) { zh: "链接 {host} 是官方域名", en: "its link leads to {host}, the provider's own" }
    sms_link_elsewhere(host: &str, known: &str) { zh: "小心：链接指向 {host}，不是已知的官方域名（{known}）；不要点，到 App 里还", en: "beware: its link leads to {host}, none of the provider's domains ({known}); do not open it, pay in the app" }
    sms_link_unknown(host: &str) { zh: "链接指向 {host}；这家的官方域名不清楚，不要点，到 App 里还", en: "its link leads to {host}; the provider's domains are not known: do not open it, pay in the app" }
    sms_hint_note { zh: "什么都没改；加 --yes 记下这笔还款", en: "nothing was changed; --yes notes this payment" }
    sms_hint_pay(command: &str) { zh: "真的还了就记：{command}", en: "if it was paid: {command}" }
    sms_hint_failed(command: &str) { zh: "要跟进就记：{command}", en: "to follow it up: {command}" }
    sms_not_one { zh: "不像还款短信：没有金额，也没提到哪家", en: "this does not look like a provider's message: no amount and no provider" }
    sms_empty { zh: "没有内容；把短信从标准输入传进来：fenqi sms < 短信.txt", en: "there is nothing; give the message on standard input: fenqi sms < message.txt" }
}
