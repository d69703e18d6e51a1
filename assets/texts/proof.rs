// Payments that arrived, and those that the shopper only noted.

texts! {
    change_verified(item: &str, n: u32, amount: &str) { zh: "{item} 第 {n} 期还款 {amount} 已核实", en: "payment of {amount} for {item} no. {n} verified" }
    change_verified_loose(item: &str, amount: &str) { zh: "{item} 还款 {amount} 已核实", en: "payment of {amount} for {item} verified" }
    refusal_no_payment(id: &str) { zh: "{id} 没有还款记录", en: "{id} has no payment" }
    refusal_already_verified(on: &str) { zh: "已在 {on} 核实", en: "verified on {on} already" }
    payment_verified(on: &str) { zh: "{on} 核实", en: "verified {on}" }
    payment_proven { zh: "已核实", en: "verified" }
    payment_noted { zh: "自记", en: "noted only" }
    payments_unverified(n: usize) { zh: "{n} 笔还款待核实", en: "{n} payments are not verified", one(n): "{n} payment is not verified" }
    payments_all_verified { zh: "还款都已核实", en: "every payment is verified" }
    help_verify { zh: "核实一笔还款到账；不写计划就列出待核实的", en: "a payment arrived; without a plan: which were not verified yet" }
    help_verify_one { zh: "还款已到账", en: "a payment arrived" }
    help_arg_verify_plan { zh: "哪个计划；不写就列出所有待核实的还款", en: "which plan; without one every unverified payment is listed" }
    help_arg_verify_n { zh: "第几期的还款（默认：最早没核实的）", en: "the payment of this installment (default: the oldest one not verified)" }
}
