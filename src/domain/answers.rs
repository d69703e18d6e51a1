//! Questions that only the shopper or a provider can answer, and what was answered.

use std::collections::BTreeMap;

/// What the book cannot know by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Question {
    /// Did the provider assess the credit anew?
    CreditReview,
    /// Was an official channel used?
    OfficialChannel,
    /// Is something disputed, or the account reported as abnormal?
    Dispute,
    /// May this product be bought in installments at all?
    Eligible,
    /// Did the bank or the wallet stop the payment by a limit of its own?
    CardLimit,
    /// Do the official notices speak of it?
    Notices,
}

/// What was answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reply {
    /// Yes.
    Yes,
    /// No.
    No,
}

/// The answers given so far, one a question.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Answers(BTreeMap<Question, Reply>);

impl Answers {
    /// The answer to a question.
    pub fn get(&self, question: Question) -> Option<Reply> {
        self.0.get(&question).copied()
    }

    /// Answers a question, in place of an earlier answer.
    pub fn set(&mut self, question: Question, reply: Reply) {
        self.0.insert(question, reply);
    }

    /// Takes an answer away.
    pub fn unset(&mut self, question: Question) {
        self.0.remove(&question);
    }

    /// True where nothing was answered.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All answers, in the order of the questions.
    pub fn iter(&self) -> impl Iterator<Item = (Question, Reply)> {
        self.0.iter().map(|(question, reply)| (*question, *reply))
    }
}
