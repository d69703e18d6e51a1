// Offers side by side.

texts! {
    offer_name { zh: "哪家", en: "offer" }
    offer_fee { zh: "费率", en: "fee" }
    offer_each { zh: "每期最多", en: "a period at most" }
    offer_fits { zh: "额度", en: "fits" }
    offer_unknown { zh: "未知", en: "unknown" }
    offer_by_last { zh: "各额度按上一笔在那里的费率；下单前看一眼 App 里的报价", en: "each line by the fee of the last purchase on it; look at the offer in the app before you order" }
    offer_none { zh: "账本里没有额度；用 --offer 名称=手续费 加上要比的", en: "the book has no credit line; name what to compare with --offer NAME=FEE" }
    cli_bad_offer(typed: &str) { zh: "「{typed}」要写成 名称=手续费，例如 招行=upfront:7.2%；费率不知道就只写名称", en: "'{typed}' should be NAME=FEE, for instance bank=upfront:7.2%; a name alone where the fee is unknown" }
}
