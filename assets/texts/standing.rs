// How plans, lines and payments stand, in full.

texts! {
    status_active { zh: "分期中", en: "active" }
    status_settled_early { zh: "提前结清", en: "settled early" }
    status_refunded { zh: "已退款", en: "refunded" }
    line_active { zh: "正常", en: "open" }
    line_closed { zh: "已关闭", en: "closed" }
    estimated { zh: "估算", en: "estimated" }
    fee_none { zh: "免手续费", en: "no fee" }
    fee_flat_rate(rate: &str) { zh: "每期 {rate}", en: "{rate} a period" }
    fee_flat_total(total: &str) { zh: "手续费共 {total}，按期平摊", en: "{total} spread over the periods" }
    fee_upfront_rate(rate: &str) { zh: "一次性 {rate}", en: "{rate} once" }
    fee_upfront_total(total: &str) { zh: "一次性 {total}", en: "{total} once" }
    fee_annuity(rate: &str) { zh: "等额本息，年利率 {rate}", en: "equal installments, {rate} a year" }
    fee_equal_principal(rate: &str) { zh: "等额本金，年利率 {rate}", en: "equal principal parts, {rate} a year" }
    fee_daily(rate: &str) { zh: "按日计息 {rate}", en: "{rate} a day" }
    fee_subsidised(fee: &str) { zh: "{fee}（商家贴息）", en: "{fee} (borne by the merchant)" }
    kind_limit_not_restored { zh: "额度未恢复", en: "limit not back" }
    kind_refused { zh: "分期被拒", en: "installments refused" }
    kind_payment_failed { zh: "还款失败", en: "payment failed" }
    kind_wrong_amount { zh: "金额不对", en: "wrong amount" }
    kind_entry_moved { zh: "还款入口变了", en: "place to pay moved" }
    kind_refund { zh: "退款", en: "refund" }
    kind_other { zh: "其他", en: "other" }
}
