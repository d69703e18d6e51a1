//! Whose bill a file is, told by the names of its columns; never by its name, and never by the
//! number of the row they stand in.

use super::mapping::Mapping;
use super::table::Row;

/// Whose bill it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Format {
    /// 支付宝, from the app.
    Alipay,
    /// 支付宝, from the old web page: without the way that was paid.
    AlipayWeb,
    /// 微信支付.
    WeChat,
    /// 京东.
    Jd,
    /// 美团.
    Meituan,
    /// A bank card.
    Card,
    /// As the shopper described it.
    Own(Box<Mapping>),
}

/// What a column means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Field {
    Time,
    Kind,
    Party,
    Item,
    Direction,
    Amount,
    Method,
    State,
    Order,
    MerchantOrder,
    Currency,
    Card,
}

/// A column: what it means, whether the format is told by it, and how it may be called.
type Column<'n> = (Field, bool, &'n [&'n str]);

const ALIPAY: &[Column<'_>] = &[
    (Field::Time, true, &["交易时间"]),
    (Field::Kind, true, &["交易分类"]),
    (Field::Party, true, &["交易对方"]),
    (Field::Item, true, &["商品说明"]),
    (Field::Direction, true, &["收/支"]),
    (Field::Amount, true, &["金额", "金额(元)"]),
    (Field::Method, true, &["收/付款方式"]),
    (Field::State, true, &["交易状态"]),
    (Field::Order, true, &["交易订单号"]),
    (Field::MerchantOrder, false, &["商家订单号"]),
];
const ALIPAY_WEB: &[Column<'_>] = &[
    (Field::Time, true, &["交易创建时间"]),
    (Field::Kind, false, &["类型"]),
    (Field::Party, true, &["交易对方"]),
    (Field::Item, true, &["商品名称"]),
    (Field::Direction, true, &["收/支"]),
    (Field::Amount, true, &["金额(元)", "金额"]),
    (Field::State, true, &["交易状态"]),
    (Field::Order, false, &["交易号"]),
    (Field::MerchantOrder, false, &["商家订单号"]),
];
const WECHAT: &[Column<'_>] = &[
    (Field::Time, true, &["交易时间"]),
    (Field::Kind, true, &["交易类型"]),
    (Field::Party, true, &["交易对方"]),
    (Field::Item, true, &["商品"]),
    (Field::Direction, true, &["收/支"]),
    (Field::Amount, true, &["金额(元)", "金额"]),
    (Field::Method, true, &["支付方式"]),
    (Field::State, true, &["当前状态"]),
    (Field::Order, true, &["交易单号"]),
    (Field::MerchantOrder, false, &["商户单号"]),
];
const JD: &[Column<'_>] = &[
    (Field::Time, true, &["交易时间"]),
    (Field::Kind, true, &["交易分类"]),
    (Field::Party, true, &["商户名称"]),
    (Field::Item, true, &["交易说明"]),
    (Field::Direction, true, &["收/支"]),
    (Field::Amount, true, &["金额", "金额(元)"]),
    (Field::Method, true, &["收/付款方式"]),
    (Field::State, true, &["交易状态"]),
    (Field::Order, true, &["交易订单号"]),
    (Field::MerchantOrder, false, &["商家订单号"]),
];
const MEITUAN: &[Column<'_>] = &[
    (Field::Time, true, &["交易成功时间", "交易创建时间"]),
    (Field::Kind, true, &["交易类型"]),
    (Field::Item, true, &["订单标题"]),
    (Field::Direction, true, &["收/支"]),
    (Field::Amount, true, &["实付金额"]),
    (Field::Method, true, &["支付方式"]),
    (Field::State, false, &["交易状态"]),
    (Field::Order, true, &["交易单号"]),
    (Field::MerchantOrder, false, &["商家单号"]),
];
const CARD: &[Column<'_>] = &[
    (Field::Time, true, &["交易日期", "交易日"]),
    (Field::Item, true, &["交易摘要", "交易描述"]),
    (Field::Amount, true, &["入账金额", "人民币金额", "交易金额"]),
    (
        Field::Currency,
        false,
        &["入账货币", "入账币种", "交易货币"],
    ),
    (Field::Card, false, &["卡号末四位", "卡号"]),
];

impl Format {
    /// Those that are known.
    pub const KNOWN: [Self; 6] = [
        Self::Alipay,
        Self::AlipayWeb,
        Self::WeChat,
        Self::Jd,
        Self::Meituan,
        Self::Card,
    ];

    /// What `--from` calls it.
    pub fn name(&self) -> &str {
        match self {
            Self::Alipay => "alipay",
            Self::AlipayWeb => "alipay-web",
            Self::WeChat => "wechat",
            Self::Jd => "jd",
            Self::Meituan => "meituan",
            Self::Card => "card",
            Self::Own(mapping) => &mapping.name,
        }
    }

    /// The mapping of one that the shopper described.
    pub(super) fn own(&self) -> Option<&Mapping> {
        match self {
            Self::Own(mapping) => Some(mapping),
            _ => None,
        }
    }

    /// The place of each column in a row, where the row names all that are needed.
    fn places(&self, names: &[String]) -> Option<Vec<(Field, usize)>> {
        let place = |(field, needed, called): &Column<'_>| {
            // The name that stands first is the one to take where a row has several.
            let mut places = called.iter().map(|name| plain(name));
            let at = places.find_map(|name| names.iter().position(|found| *found == name));
            match at {
                None if *needed => Err(()),
                at => Ok(at.map(|at| (*field, at))),
            }
        };
        let found = match self {
            Self::Own(mapping) => each(mapping)
                .iter()
                .map(|(field, name)| place(&(*field, true, &[name])))
                .collect::<Result<Vec<_>, ()>>(),
            known => known.columns().iter().map(place).collect(),
        };
        Some(found.ok()?.into_iter().flatten().collect())
    }

    fn columns(&self) -> &'static [Column<'static>] {
        match self {
            Self::Alipay => ALIPAY,
            Self::AlipayWeb => ALIPAY_WEB,
            Self::WeChat => WECHAT,
            Self::Jd => JD,
            Self::Meituan => MEITUAN,
            Self::Card => CARD,
            Self::Own(_) => &[],
        }
    }
}

fn each(mapping: &Mapping) -> Vec<(Field, &str)> {
    let named = [
        (Field::Time, Some(mapping.date.as_str())),
        (Field::Amount, Some(mapping.amount.as_str())),
        (Field::Item, Some(mapping.text.as_str())),
        (Field::Order, mapping.order.as_deref()),
        (Field::Method, mapping.method.as_deref()),
    ];
    let named = named.into_iter();
    named
        .filter_map(|(field, name)| Some((field, name?)))
        .collect()
}

/// A row of column names, and what they mean.
#[derive(Debug)]
pub(super) struct Heading {
    pub(super) format: Format,
    /// How many columns there are.
    pub(super) width: usize,
    /// True where rows leave out empty fields at their end, as those of a sheet do.
    pub(super) sparse: bool,
    places: Vec<(Field, usize)>,
}

impl Heading {
    /// The row as the header of this format, where it is one.
    pub(super) fn of(format: &Format, row: &Row, sparse: bool) -> Option<Self> {
        let names: Vec<_> = row.cells.iter().map(|cell| plain(cell.text())).collect();
        Some(Self {
            places: format.places(&names)?,
            format: format.clone(),
            width: row.len(),
            sparse,
        })
    }

    /// True where rows have an order number.
    pub(super) fn has_orders(&self) -> bool {
        self.place(Field::Order).is_some()
    }

    /// Where a field stands.
    pub(super) fn place(&self, field: Field) -> Option<usize> {
        let mut places = self.places.iter();
        places.find(|(of, _)| *of == field).map(|(_, at)| *at)
    }
}

/// A column's name without blanks, in one form of brackets and letters.
fn plain(name: &str) -> String {
    let chars = name
        .chars()
        .filter(|c| !c.is_whitespace())
        .map(|c| match c {
            '（' => '(',
            '）' => ')',
            c => c,
        });
    chars.flat_map(char::to_lowercase).collect()
}
