//! A column of a table: what it means, and how the cell of a row is found. Both
//! stand together, so that no cell can come under another column's name.

/// What stands between several values in one cell.
pub const JOIN: &str = " | ";

/// No value of such a cell may hold it, as nobody could split the cell then.
const BAR: char = '|';

/// What a table's readers are told of a column.
#[derive(Clone, Debug)]
pub struct Field {
    /// Its name in the first row.
    pub name: &'static str,
    /// A type of the Table Schema standard.
    pub kind: &'static str,
    /// What it means.
    pub description: &'static str,
    /// Whether every row has it.
    pub required: bool,
    /// Whether a cell may hold several values.
    pub several: bool,
}

/// A column of a table whose rows are made from `T`.
pub struct Column<T> {
    /// What readers are told of it.
    pub field: Field,
    read: Read<T>,
}

enum Read<T> {
    One(fn(&T) -> String),
    Several(fn(&T) -> Vec<String>),
}

/// A column of text that every row has.
pub fn text<T>(name: &'static str, description: &'static str, read: fn(&T) -> String) -> Column<T> {
    required(maybe(name, description, read))
}

/// A column of text that may be empty.
pub fn maybe<T>(name: &'static str, description: &'static str, read: fn(&T) -> String) -> Column<T> {
    typed(name, "string", description, read)
}

/// A column of another type that may be empty.
pub fn typed<T>(
    name: &'static str,
    kind: &'static str,
    description: &'static str,
    read: fn(&T) -> String,
) -> Column<T> {
    let field = Field { name, kind, description, required: false, several: false };
    Column { field, read: Read::One(read) }
}

/// A column of any number of values.
pub fn list<T>(name: &'static str, description: &'static str, read: fn(&T) -> Vec<String>) -> Column<T> {
    let field = Field { name, kind: "string", description, required: false, several: true };
    Column { field, read: Read::Several(read) }
}

/// The same column, but every row has it.
pub fn required<T>(mut column: Column<T>) -> Column<T> {
    column.field.required = true;
    column
}

impl<T> Column<T> {
    /// The cell of a row.
    ///
    /// # Errors
    /// When one of several values holds what stands between them.
    pub fn cell(&self, row: &T) -> Result<String, String> {
        let values = match self.read {
            Read::One(read) => return Ok(read(row)),
            Read::Several(read) => read(row),
        };
        match values.iter().find(|value| value.contains(BAR)) {
            None => Ok(values.join(JOIN)),
            Some(value) => Err(format!(
                "\"{value}\" holds \"{BAR}\", which separates the values of \"{}\": write it otherwise in data/",
                self.field.name
            )),
        }
    }
}
