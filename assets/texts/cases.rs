// Follow-ups, places to pay and refusals: alerts, changes, and why a change is refused.

texts! {
    alert_entry_moved(line: &str, item: &str, n: u32, amount: &str, on: &str) { zh: "{line} 的还款入口都已关闭，{item} 第 {n} 期 {amount} {on} 到期", en: "{line}: every place to pay is closed; {item} no. {n}, {amount}, is due on {on}" }
    advice_entry_moved { zh: "问客服现在在哪里还，用 fenqi way move 记下", en: "ask the service where to pay now, and note it with fenqi way move" }
    alert_retry(line: &str, item: &str) { zh: "{line} 可以再试一次：{item}", en: "{line}: {item} is worth another try" }
    alert_retry_any(line: &str) { zh: "{line} 可以再试一次分期", en: "{line}: installments are worth another try" }
    promise_missed(by: &str, days: u32) { zh: "答应 {by} 前回复，已过 {days} 天", en: "promised by {by}, {days} days ago", one(days): "promised by {by}, {days} day ago" }
    overview_alert_moved { zh: "还款入口已关闭", en: "nowhere to pay" }
    overview_alert_retry { zh: "可以再试一次", en: "try again" }
    reason_outside_region { zh: "平台不在你所在的地区提供分期", en: "the provider does not offer it where you are" }
}

texts! {
    refusal_unknown_case(id: &str) { zh: "没有跟进 {id}；用 fenqi case list 查", en: "there is no case {id}; see fenqi case list" }
    refusal_case_is_open(id: &str) { zh: "跟进 {id} 说的就是这件事，还没结", en: "the case {id} is open about it" }
    refusal_case_closed(on: &str) { zh: "这条跟进已在 {on} 结束", en: "the case was closed on {on}" }
    refusal_before_case(on: &str) { zh: "早于开始跟进的 {on}；请核对日期", en: "that is before the case was opened on {on}; check the date" }
    refusal_promise_before(on: &str) { zh: "答应的日期不能早于 {on}", en: "a promise given on {on} cannot be for an earlier day" }
    refusal_outcome_needed { zh: "要写明结果才能结束跟进", en: "a case ends only with an outcome; say how it ended" }
    refusal_text_needed { zh: "内容不能空着", en: "the text is missing" }
    refusal_unknown_way(n: usize, of: usize) { zh: "没有第 {n} 个还款入口；共 {of} 个", en: "there is no way {n}; there are {of}" }
    refusal_no_open_way { zh: "没有可用的还款入口；用 fenqi way add 记一个", en: "no way to pay is open; note one with fenqi way add" }
    refusal_way_closed(n: usize, since: &str) { zh: "第 {n} 个入口已在 {since} 关闭", en: "way {n} was closed on {since}" }
    refusal_nothing_refused { zh: "这条额度没有被拒的记录", en: "nothing was refused on this line" }
}

texts! {
    change_case_opened(case: &str, about: &str) { zh: "开始跟进 {case}（{about}）", en: "case {case} opened ({about})" }
    change_case_logged(case: &str) { zh: "跟进 {case} 记了一笔", en: "case {case}: entry added" }
    change_case_next(case: &str, on: &str) { zh: "跟进 {case} 下一步改到 {on}", en: "case {case}: next step on {on}" }
    change_case_closed(case: &str, outcome: &str) { zh: "跟进 {case} 结束：{outcome}", en: "case {case} closed: {outcome}" }
    change_case_proof(case: &str, path: &str) { zh: "跟进 {case} 加凭证 {path}", en: "case {case}: proof {path} added" }
    change_case_unanswered(case: &str, question: &str) { zh: "跟进 {case}：{question} 改回未答", en: "case {case}: {question} open again" }
    change_case_answered(case: &str, question: &str, reply: &str) { zh: "跟进 {case}：{question}{reply}", en: "case {case}: {question} {reply}" }
    change_way_added(line: &str, path: &str) { zh: "{line} 加还款入口 {path}", en: "{line}: way to pay {path} added" }
    change_way_confirmed(line: &str, path: &str) { zh: "{line} 的入口 {path} 还在", en: "{line}: {path} is still there" }
    change_way_moved(line: &str, from: &str, to: &str) { zh: "{line} 的还款入口从 {from} 移到 {to}", en: "{line}: the way to pay moved from {from} to {to}" }
    change_way_closed(line: &str, path: &str) { zh: "{line} 的入口 {path} 已关闭", en: "{line}: {path} is closed" }
    change_refused(line: &str, item: &str) { zh: "{line} 拒绝了分期：{item}", en: "{line} refused {item}" }
    change_refused_any(line: &str) { zh: "{line} 拒绝了分期", en: "{line} refused installments" }
    change_refusal_answered(line: &str, answers: &str) { zh: "{line} 被拒的原因：{answers}", en: "refusal of {line}: {answers}" }
    reply_yes { zh: "是", en: "yes" }
    reply_no { zh: "否", en: "no" }
    question_credit_review { zh: "平台重新评估了信用？", en: "was the credit assessed anew?" }
    question_official_channel { zh: "走的是官方渠道？", en: "was it an official channel?" }
    question_dispute { zh: "有争议订单或账户异常？", en: "is an order disputed or the account abnormal?" }
    question_eligible { zh: "这件商品支持分期？", en: "is this product sold in installments?" }
    question_card_limit { zh: "银行卡或钱包有限额、被冻结？", en: "does the card or wallet have a limit or a block of its own?" }
    question_notices { zh: "官方公告说到这件事？", en: "do the official notices speak of it?" }
}
