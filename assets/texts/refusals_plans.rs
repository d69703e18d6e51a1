// Why a change of a plan is refused, with what to do instead.

texts! {
    refusal_id_taken(id: &str) { zh: "已经有计划 {id}；换一个编号", en: "there is a plan {id} already; give it another id" }
    refusal_periods(most: u32) { zh: "期数填 1 到 {most}", en: "give 1 to {most} installments" }
    refusal_negative { zh: "金额不能小于 0", en: "the amount cannot be below zero" }
    refusal_too_large { zh: "金额太大；最多 1,000,000,000,000", en: "the amount is too large; 1,000,000,000,000 at most" }
    refusal_no_such_year(date: &str) { zh: "{date} 的年份不对；填 1970 到 2200 年之间的日期", en: "{date} cannot be meant; give a day from 1970 to 2200" }
    refusal_control_character { zh: "文字里有换行或看不见的控制字符；请删掉", en: "the text has a line break or a control character; take it out" }
    refusal_down_above_price { zh: "首付多于总价；请核对", en: "the down payment is more than the price; check both" }
    refusal_principal_mismatch(financed: &str, principal: &str) { zh: "总价减首付是 {financed}，不是本金 {principal}；请核对", en: "price less down payment is {financed}, not the principal of {principal}; check them" }
    refusal_balloon_above_principal { zh: "尾款多于本金；请核对", en: "the balloon is more than the principal; check both" }
    refusal_has_case(case: &str) { zh: "跟进 {case} 说的就是它；先在文件里改掉那条跟进", en: "the case {case} is about it; take it out of the file first" }
    refusal_replaced_by(plan: &str) { zh: "计划 {plan} 是由它重组来的；先删 {plan}", en: "the plan {plan} replaces it; remove {plan} first" }
    refusal_already_so { zh: "账本里已经是这样", en: "the book says so already" }
    refusal_already_settled(on: &str) { zh: "已在 {on} 提前结清", en: "it was settled on {on} already" }
    refusal_before_last_entry(on: &str) { zh: "早于最后一笔还款或退款 {on}；请核对日期", en: "that is before its last payment or refund of {on}; check the date" }
    refusal_no_quote { zh: "不知道提前结清怎么收费；请填实际付的金额", en: "what settling early costs is not known here; give the amount that was paid" }
    refusal_refund_too_large(amount: &str, most: &str) { zh: "{amount} 多于首付、本金加已收的手续费；最多填 {most}", en: "{amount} is more than the down payment, the principal and the fees paid; give {most} at most" }
    refusal_not_later(due: &str) { zh: "应还日是 {due}，只能往后延；填更晚的日期", en: "it is due on {due} and can only move to a later day" }
    refusal_in_past(date: &str) { zh: "{date} 已经过了；填今天或以后的日期", en: "{date} is over; give today or a later day" }
    refusal_not_paused(id: &str) { zh: "{id} 没有暂停", en: "{id} is not paused" }
    refusal_nothing_to_amend { zh: "没说改什么；填应还日、本金或手续费", en: "nothing to amend: give a due date, a principal or a fee" }
    refusal_leaves_principal(most: &str) { zh: "这期和以后各期的本金合计是 {most}；这期不能多于它，最后一期要正好等于它", en: "{most} of the principal are left for this and later installments; this one cannot take more, and the last has to take all of it" }
    refusal_amount_needed { zh: "提前还本要写金额", en: "a prepayment needs an amount" }
    refusal_prepay_too_large(amount: &str, most: &str) { zh: "{amount} 多于还没到期的本金；最多填 {most}", en: "{amount} is more than the principal that is not due yet; give {most} at most" }
}
