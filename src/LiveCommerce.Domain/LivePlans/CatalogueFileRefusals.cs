using LiveCommerce.Kernel;

namespace LiveCommerce.LivePlans;

/// <summary>Every refusal about a file of products or promotion tools; one about a row names its line.</summary>
public static class CatalogueFileRefusals
{
    /// <summary>More bytes than are read.</summary>
    public static RefusalKind TooLarge { get; } = new("catalogue-file.too-large", "PLAN-04", "The file has more than 4 MiB.", "Divide it into several files.");

    /// <summary>More rows than are read.</summary>
    public static RefusalKind TooManyRows { get; } = new("catalogue-file.too-many-rows", "PLAN-04", "The file has more than 10,000 rows.", "Divide it into several files.");

    /// <summary>Neither header nor rows, or no row.</summary>
    public static RefusalKind Empty { get; } = new("catalogue-file.empty", "PLAN-04", "The file has no row.", "Give a header and at least one row.");

    /// <summary>Bytes that are no UTF-8.</summary>
    public static RefusalKind Encoding { get; } = new("catalogue-file.encoding", "PLAN-04", "The file is not written in UTF-8.", "Save it as CSV in UTF-8, with or without a byte order mark.");

    /// <summary>The last line has no end, or a quotation is open.</summary>
    public static RefusalKind CutOff { get; } = new("catalogue-file.cut-off", "PLAN-04", "The file ends in the middle of a line: the rest of it may be missing.", "Send all of it; a whole file ends its last line.");

    /// <summary>A column that is none.</summary>
    public static RefusalKind ColumnUnknown { get; } = new("catalogue-file.column-unknown", "PLAN-04", "The header names a column that is none.", "Name the columns as they are called, and no others.");

    /// <summary>A column is left out.</summary>
    public static RefusalKind ColumnMissing { get; } = new("catalogue-file.column-missing", "PLAN-04", "The header leaves out a column.", "Name every column that is needed.");

    /// <summary>A column is named twice.</summary>
    public static RefusalKind ColumnRepeated { get; } = new("catalogue-file.column-repeated", "PLAN-04", "The header names the column already.", "Name each column once.");

    /// <summary>More or fewer cells than columns.</summary>
    public static RefusalKind Cells { get; } = new("catalogue-file.cells", "PLAN-04", "The row has another number of cells than the header.", "Give each column a cell, and put cells with commas in quotation marks.");

    /// <summary>Quotation marks where none can be.</summary>
    public static RefusalKind Quotation { get; } = new("catalogue-file.quotation", "PLAN-04", "A quotation mark stands where none can be.", "Put the whole cell in quotation marks, and double each one inside it.");

    /// <summary>What a spreadsheet would run.</summary>
    public static RefusalKind Formula { get; } = new("catalogue-file.formula", "PLAN-04", "The cell begins like a formula of a spreadsheet.", "Give the plain value.");

    /// <summary>No value of this column.</summary>
    public static RefusalKind Value { get; } = new("catalogue-file.value", "PLAN-04", "The cell holds none of the column's values.", "Give one of those that the details name.");

    /// <summary>The same thing in two rows.</summary>
    public static RefusalKind Repeated { get; } = new("catalogue-file.repeated", "PLAN-04", "The file has a row for this id already.", "Give each id one row.");

    /// <summary>Older than what is known: a warning, for the rest of the file is taken.</summary>
    public static RefusalKind Outdated { get; } = new("catalogue-file.outdated", "PLAN-04", "Rows of the file are older than what is known; they changed nothing.", "Look again, and send what is seen then.") { IsWarning = true };
}
