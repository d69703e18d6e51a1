//! The tree of a text that is right, from the parser's events.

use std::borrow::Cow;
use std::ops::Range;

use toml_parser::decoder::Encoding;
use toml_parser::lexer::TokenKind;
use toml_parser::parser::{EventReceiver, parse_document};
use toml_parser::{ErrorSink, ParseError, Raw, Source, Span};

use super::grow::{Form, dotted, parent, push_entry};
use super::scalar::scalar;
use super::{Key, Node, Spanned, Table};

/// Deeper nesting is left to the other reader, which knows where it must end.
const DEEPEST: usize = 32;
/// So many tokens of the text are held at a time, and those to the end of the line.
const TOKENS: usize = 512;

/// The tree of a part of a text that ends where a table does; none where it has a mistake, or is
/// written in a way that is left to the other reader.
pub fn build(text: &str, part: Range<usize>) -> Option<Table<'_>> {
    let source = Source::new(text.get(part.clone())?);
    let mut builder = Builder::of(source, part.start);
    let mut refused = Refused(false);
    let mut tokens = Vec::with_capacity(TOKENS + 64);
    let mut depth = 0_usize;
    for token in source.lex() {
        let kind = token.kind();
        tokens.push(token);
        match kind {
            TokenKind::LeftSquareBracket | TokenKind::LeftCurlyBracket => depth += 1,
            TokenKind::RightSquareBracket | TokenKind::RightCurlyBracket => {
                depth = depth.saturating_sub(1);
            }
            // Outside of all brackets an expression ends with its line.
            TokenKind::Newline if depth == 0 && tokens.len() >= TOKENS => {
                parse_document(&tokens, &mut builder, &mut refused);
                tokens.clear();
                if refused.0 || builder.refused {
                    return None;
                }
            }
            _ => {}
        }
    }
    parse_document(&tokens, &mut builder, &mut refused);
    builder.end_body();
    let is_whole = builder.open.is_empty() && !refused.0 && !builder.refused;
    is_whole.then_some(builder.root)
}

/// Whether the parser or a decoder found a mistake; which one, the other reader will say.
struct Refused(bool);

impl ErrorSink for Refused {
    fn report_error(&mut self, _: ParseError) {
        self.0 = true;
    }
}

/// A `[table]` or `[[entry]]` whose body is being read.
struct Header<'t> {
    path: Vec<Key<'t>>,
    place: Span,
    is_entry: bool,
}

/// An array or a table in braces that is not closed yet.
struct Open<'t> {
    start: usize,
    node: OpenNode<'t>,
}

enum OpenNode<'t> {
    Array(Vec<Spanned<Node<'t>>>),
    /// With the number of keys that were waiting for a value outside of it.
    Table(Table<'t>, usize),
}

struct Builder<'t> {
    source: Source<'t>,
    /// Where the source begins in the text.
    begin: usize,
    root: Table<'t>,
    /// What stands above the first header goes into the root itself.
    header: Option<Header<'t>>,
    body: Table<'t>,
    /// The keys that wait for their value, dotted ones in parts, the outermost first.
    keys: Vec<Key<'t>>,
    open: Vec<Open<'t>>,
    header_start: usize,
    refused: bool,
}

impl<'t> Builder<'t> {
    fn of(source: Source<'t>, begin: usize) -> Self {
        Self {
            source,
            begin,
            root: Table::default(),
            header: None,
            body: Table::default(),
            keys: Vec::new(),
            open: Vec::new(),
            header_start: 0,
            refused: false,
        }
    }

    fn raw(&self, span: Span, encoding: Option<Encoding>) -> Raw<'t> {
        let text = self.source.input().get(span.start()..span.end());
        Raw::new_unchecked(text.unwrap_or_default(), encoding, span)
    }

    fn place(&self, span: Span) -> Range<usize> {
        self.begin + span.start()..self.begin + span.end()
    }

    fn begin_header(&mut self, span: Span) {
        self.end_body();
        self.header_start = span.start();
    }

    fn end_header(&mut self, span: Span, is_entry: bool) {
        let header = Header {
            path: std::mem::take(&mut self.keys),
            place: Span::new_unchecked(self.header_start, span.end()),
            is_entry,
        };
        self.refused |= header.path.is_empty() || header.path.len() > DEEPEST;
        self.header = Some(header);
    }

    /// Puts the table whose body was read to its place.
    fn end_body(&mut self) {
        // The next table will have about as many pairs as this one.
        let next = Table::of(Form::Header, self.body.len());
        let body = std::mem::replace(&mut self.body, next);
        let Some(mut header) = self.header.take() else {
            self.root = body;
            return;
        };
        let Some(key) = header.path.pop() else { return };
        let place = self.place(header.place);
        let put = parent(&mut self.root, header.path).and_then(|parent| {
            let table = Spanned::new(place.clone(), Node::Table(body));
            if !header.is_entry {
                return parent.insert(key, table);
            }
            match parent.get_mut(key.get_ref()) {
                None => parent.insert(key, Spanned::new(place, Node::Array(vec![table]))),
                Some(array) => push_entry(array, table),
            }
        });
        self.refused |= put.is_none();
    }

    fn value(&mut self, span: Span, node: Node<'t>) {
        let value = Spanned::new(self.place(span), node);
        let (table, from) = match self.open.last_mut() {
            Some(Open {
                node: OpenNode::Array(entries),
                ..
            }) => return entries.push(value),
            Some(Open {
                node: OpenNode::Table(table, from),
                ..
            }) => (table, *from),
            None => (&mut self.body, 0),
        };
        let put = match self.keys.pop() {
            Some(key) if self.keys.len() == from => table.insert(key, value),
            Some(key) if (from..from + DEEPEST).contains(&self.keys.len()) => {
                dotted(table, self.keys.drain(from..)).and_then(|table| table.insert(key, value))
            }
            _ => None,
        };
        self.refused |= put.is_none();
    }

    fn opens(&mut self, span: Span, node: OpenNode<'t>) -> bool {
        self.refused |= self.open.len() >= DEEPEST;
        let start = span.start();
        self.open.push(Open { start, node });
        !self.refused
    }

    fn closes(&mut self, span: Span) {
        let Some(open) = self.open.pop() else {
            self.refused = true;
            return;
        };
        let node = match open.node {
            OpenNode::Array(entries) => Node::Array(entries),
            OpenNode::Table(table, from) => {
                self.refused |= self.keys.len() != from;
                Node::Table(table)
            }
        };
        self.value(Span::new_unchecked(open.start, span.end()), node);
    }
}

impl EventReceiver for Builder<'_> {
    fn std_table_open(&mut self, span: Span, _: &mut dyn ErrorSink) {
        self.begin_header(span);
    }

    fn std_table_close(&mut self, span: Span, _: &mut dyn ErrorSink) {
        self.end_header(span, false);
    }

    fn array_table_open(&mut self, span: Span, _: &mut dyn ErrorSink) {
        self.begin_header(span);
    }

    fn array_table_close(&mut self, span: Span, _: &mut dyn ErrorSink) {
        self.end_header(span, true);
    }

    fn inline_table_open(&mut self, span: Span, _: &mut dyn ErrorSink) -> bool {
        let waiting = self.keys.len();
        let table = Table::of(Form::Braces, 3);
        self.opens(span, OpenNode::Table(table, waiting))
    }

    fn inline_table_close(&mut self, span: Span, _: &mut dyn ErrorSink) {
        self.closes(span);
    }

    fn array_open(&mut self, span: Span, _: &mut dyn ErrorSink) -> bool {
        self.opens(span, OpenNode::Array(Vec::new()))
    }

    fn array_close(&mut self, span: Span, _: &mut dyn ErrorSink) {
        self.closes(span);
    }

    fn simple_key(&mut self, span: Span, encoding: Option<Encoding>, error: &mut dyn ErrorSink) {
        let raw = self.raw(span, encoding);
        // Nearly every key of a book is of letters alone, and reads as it is written.
        let mut key = Cow::Borrowed(raw.as_str());
        let is_plain = key.bytes().all(|byte| byte.is_ascii_lowercase());
        if !is_plain || key.is_empty() {
            key = Cow::Borrowed("");
            raw.decode_key(&mut key, error);
        }
        self.keys.push(Spanned::new(self.place(span), key));
    }

    fn scalar(&mut self, span: Span, encoding: Option<Encoding>, error: &mut dyn ErrorSink) {
        match scalar(self.raw(span, encoding), error) {
            Some(node) => self.value(span, node),
            None => self.refused = true,
        }
    }

    fn comment(&mut self, span: Span, error: &mut dyn ErrorSink) {
        self.raw(span, None).decode_comment(error);
    }

    fn newline(&mut self, span: Span, error: &mut dyn ErrorSink) {
        self.raw(span, None).decode_newline(error);
    }

    fn error(&mut self, _: Span, _: &mut dyn ErrorSink) {
        self.refused = true;
    }
}
