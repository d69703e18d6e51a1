//! The rate at which payments are worth what was received for them.

use chrono::NaiveDate;

use crate::domain::due::Every;

/// An amount at a moment, in periods or years from the start. Received is negative.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Flow {
    /// When.
    pub at: f64,
    /// How much.
    pub amount: f64,
}

/// Bounds of the search for a rate; −100 % and above 1,000,000 % mean nothing.
const LOWEST: f64 = -0.9999;
const HIGHEST: f64 = 1.0e4;

/// Flows on dates, in years of 365 days from the first (as spreadsheets' XIRR counts).
pub fn dated(flows: &[(NaiveDate, f64)]) -> Vec<Flow> {
    let Some((start, _)) = flows.first() else {
        return Vec::new();
    };
    let years = |date: NaiveDate| {
        f64::from(i32::try_from((date - *start).num_days()).unwrap_or(i32::MAX)) / 365.0
    };
    flows
        .iter()
        .map(|(date, amount)| Flow {
            at: years(*date),
            amount: *amount,
        })
        .collect()
}

/// The value of the flows at their start, at a rate a unit of time: each is discounted by the force
/// of interest, ln(1 + rate), over its time.
pub fn present_value(flows: &[Flow], rate: f64) -> f64 {
    let force = libm::log1p(rate);
    flows
        .iter()
        .map(|flow| flow.amount * libm::exp(-force * flow.at))
        .sum()
}

/// The rate a unit of time at which the flows are worth nothing; `None` where there is no
/// single answer.
pub fn solve(flows: &[Flow]) -> Option<f64> {
    let mut by_time: Vec<_> = flows.to_vec();
    by_time.sort_by(|one, other| one.at.total_cmp(&other.at));
    let mut net: Vec<Flow> = Vec::new();
    for flow in by_time {
        match net
            .last_mut()
            .filter(|last| last.at.total_cmp(&flow.at).is_eq())
        {
            Some(last) => last.amount += flow.amount,
            None => net.push(flow),
        }
    }
    let signs: Vec<bool> = net
        .iter()
        .filter(|flow| flow.amount != 0.0)
        .map(|flow| flow.amount > 0.0)
        .collect();
    let changes = signs
        .windows(2)
        .filter(|pair| pair.first() != pair.last())
        .count();
    (changes == 1)
        .then(|| bisect(|rate| present_value(&net, rate)))
        .flatten()
}

/// How many whole periods lie between the start and the first payment, and which part of one
/// besides: counted back from the payment, months of a broken period as 30 days
/// (12 CFR 1026 App. J (b)(5)).
pub fn unit_periods(start: NaiveDate, first: NaiveDate, every: Every) -> (f64, f64) {
    let back = |unit: Every, from: NaiveDate| {
        let steps = (1..).map_while(|steps| unit.before(from, steps));
        let in_time = steps.take_while(|day| *day >= start);
        in_time.fold((0.0, from), |(count, _), day| (count + 1.0, day))
    };
    let (whole, rest) = back(every, first);
    let days = |from: NaiveDate| {
        f64::from(i32::try_from((from - start).num_days().max(0)).unwrap_or(i32::MAX))
    };
    let part = match every {
        Every::Days(unit) => days(rest) / f64::from(unit.get()),
        Every::Months(unit) => {
            let (months, rest) = back(Every::MONTH, rest);
            (months + days(rest) / 30.0) / f64::from(unit.get())
        }
    };
    (whole, part)
}

/// The rate of one period where `received` lies a broken period, the part `odd` of one, before
/// the time 0 of what is paid: simple interest for that part, compound for the rest
/// (12 CFR 1026 App. J (b)(8)).
pub fn solve_after_odd_days(received: f64, odd: f64, paid: &[Flow]) -> Option<f64> {
    let is_loan = received > 0.0 && paid.iter().all(|flow| flow.amount >= 0.0);
    is_loan
        .then(|| bisect(|rate| present_value(paid, rate) - received * (1.0 + odd * rate)))
        .flatten()
}

fn bisect(value_at: impl Fn(f64) -> f64) -> Option<f64> {
    let (mut low, mut high) = (LOWEST, HIGHEST);
    let at_low = value_at(low) > 0.0;
    if at_low == (value_at(high) > 0.0) {
        return None;
    }
    for _ in 0..200 {
        let middle = f64::midpoint(low, high);
        if middle <= low || middle >= high {
            break; // There is no number between the two any more.
        }
        if (value_at(middle) > 0.0) == at_low {
            low = middle;
        } else {
            high = middle;
        }
    }
    Some(f64::midpoint(low, high))
}
