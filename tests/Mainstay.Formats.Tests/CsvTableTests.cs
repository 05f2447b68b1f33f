using System.Text;

namespace Mainstay.Formats.Tests;

public sealed class CsvTableTests
{
    [Theory]
    [InlineData("a,b\n1,2\n", ',')]
    [InlineData("a;b\n1,5;2,5\n", ';')]
    [InlineData("a\tb\n1, x\t2\n", '\t')]
    [InlineData("\"a;b\",c\n\"1;2\",3\n", ',')]
    [InlineData("Notes:\nOne; two; three\n\na,b,c\n1,2,3\n4,5,6\n", ',')]
    public void Finds_the_delimiter(string text, char delimiter)
    {
        using var table = Open(text);
        Assert.Equal(delimiter, table.Delimiter);
    }

    [Fact]
    public void Takes_the_delimiter_from_a_sep_line_and_skips_it()
    {
        using var table = Open("sep=;\r\na,x;b\r\n1;2\r\n");
        Assert.Equal([(2L, "a,x|b"), (3L, "1|2")], Rows(table));
    }

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-8", false)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16BE", true)]
    [InlineData("windows-1252", false)]
    public void Finds_the_encoding(string name, bool marked)
    {
        var encoding = name == "windows-1252" ? Charsets.Western : Encoding.GetEncoding(name);
        using var table = Open([.. marked ? encoding.GetPreamble() : [], .. encoding.GetBytes("Name,Ort\nZoë Müller,Köln\n")]);
        Assert.Equal([(1L, "Name|Ort"), (2L, "Zoë Müller|Köln")], Rows(table));
    }

    [Fact]
    public void Reads_a_stray_western_byte_far_behind_as_such()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes("Zoë,b\n" + string.Concat(Enumerable.Repeat("aaaaaaaaaaaaaaa,b\n", 70_000))), 0xFC, .. ",end\n"u8];
        using var table = Open(bytes);
        var rows = Rows(table);
        Assert.Equal("Zoë|b", rows[0].Text);
        Assert.Equal("ü|end", rows[^1].Text);
    }

    [Fact]
    public void Gives_true_line_numbers_behind_preamble_blank_lines_and_line_breaks_in_fields()
    {
        using var table = Open("Notes:\n\"two\nlines\"\n\na,b\n1,\"x\r\ny\"\n2,z\n");
        Assert.Equal([(1L, "Notes:"), (2L, "two\nlines"), (4L, ""), (5L, "a|b"), (6L, "1|x\r\ny"), (8L, "2|z")], Rows(table));
    }

    [Fact]
    public void The_head_is_not_used_up()
    {
        using var table = Open("Notes:\n\nFirst Name,Last Name\nAda,Lovelace\n\nGrace,Hopper\n");
        var header = new CsvHeader(table.Head(10).First(row => row.Fields.Contains("Last Name")));
        Assert.Equal(["Lovelace", "Hopper"], table.Rows(header).Select(row => row[header.Column("last name")]));
        Assert.Equal("", header.Row[99]);
        Assert.Equal(-1, header.Column("URL"));
    }

    [Fact]
    public void A_column_name_may_occur_twice()
    {
        using var table = Open("A,a ,B\n1,2,3\n");
        var header = new CsvHeader(table.Head(1)[0]);
        Assert.Equal([0, 1], header.Columns("a"));
        Assert.Equal(["1"], table.Rows(header).Select(row => row[header.Column("a")]));
    }

    [Fact]
    public void Reports_ragged_rows_and_still_gives_them()
    {
        using var table = Open("a,b,c\n1\n1,2,3,4\n1,2,3,,\n");
        Assert.Equal(3, table.Rows(new CsvHeader(table.Head(1)[0])).Count());
        Assert.Equal([(2L, ProblemKind.Note), (3L, ProblemKind.Damage)], table.Problems.Select(problem => (problem.Line, problem.Kind)));
    }

    [Fact]
    public void Reports_quotes_in_the_wrong_place()
    {
        using var table = Open("a,b\n1,x\"y\"z\n3,4\n");
        Assert.Equal("1|x\"y\"z", Rows(table)[1].Text);
        Assert.Equal((2L, 4, FormatFault.MisplacedQuote), (table.Problems.Single().Line, table.Problems.Single().Column, table.Problems.Single().Fault));
    }

    [Fact]
    public void A_quote_that_is_never_closed_costs_only_its_row()
    {
        using var table = Open("a,b\r\n1,\"open\r\n2,3\r\n4,\"5\r\n6,7\r\n8,\"9\r\n");
        Assert.Equal([1L, 2L, 5L, 6L], Rows(table).Select(row => row.Line));
        using var second = Open("a,b\n1,\"open\n2,3\n4,5\n");
        Assert.Equal([(1L, "a|b"), (2L, "1|open"), (3L, "2|3"), (4L, "4|5")], Rows(second));
        Assert.Equal((2L, 3, FormatFault.UnclosedQuote), (second.Problems.Single().Line, second.Problems.Single().Column, second.Problems.Single().Fault));
    }

    [Fact]
    public void Refuses_too_many_columns()
    {
        using var table = Open(string.Join(',', Enumerable.Range(0, 10_000)) + "\n");
        Assert.Empty(Rows(table));
        Assert.Equal((FormatFault.TooManyColumns, true), (table.Refusal!.Fault, table.Refusal.IsEnd));
        Assert.Equal([10_000, 2_000], table.Refusal.Inputs);
    }

    [Fact]
    public void Leaves_out_a_row_with_a_field_that_is_too_long()
    {
        using var table = Open($"a,b\n\"Zoë\",{new string('x', 200)}\n3,4\n", new() { FieldBytes = 100 });
        Assert.Equal([1L, 3L], Rows(table).Select(row => row.Line));
        Assert.Equal((2L, 7, ProblemKind.Refusal), (table.Problems.Single().Line, table.Problems.Single().Column, table.Problems.Single().Kind));
        Assert.False(table.Problems.Single().IsEnd);
    }

    [Fact]
    public void Stops_at_a_row_that_never_ends()
    {
        using var table = Open($"a,b\n1,\"{new string('x', 3_000_000)}", new() { RowBytes = 100_000 });
        Assert.Equal([1L], Rows(table).Select(row => row.Line));
        Assert.Equal((FormatFault.RowTooLong, true), (table.Refusal!.Fault, table.Refusal.IsEnd));
    }

    [Theory]
    [InlineData("a,b\n1,2\n3,4\n5,6\n", 9, "1|2")] // in the middle of a row
    [InlineData("a,b\n1,2\n3,4\n5,6\n", 12, "1|2")] // behind a row: whether it is whole, nobody knows
    [InlineData("a,b\n1,2\n3,\"4\n5\"\n", 12, "1|2")] // in a quote
    [InlineData("a,b\n1,2\n3,4\n5,6\n", 16, "1|2 3|4 5|6")] // at the end
    public void Reads_no_more_of_a_file_than_it_may(string text, int most, string read)
    {
        using var table = Open(text, new() { FileBytes = most });
        Assert.Equal(read, string.Join(' ', Rows(table).Skip(1).Select(row => row.Text)));
        Assert.Equal(most < text.Length ? FormatFault.FileTooLarge : null, table.Refusal?.Fault);
        Assert.Equal(table.Refusal, table.Problems.SingleOrDefault());
    }

    [Fact]
    public void Stops_in_a_file_without_end()
    {
        using var endless = new EndlessTable();
        using var table = CsvTable.Open(endless, new() { FileBytes = 3_000_000 });
        Assert.InRange(table.Rows().Count(), 749_000, 750_000);
        Assert.Equal([3_000_000L], table.Refusal!.Inputs);
        Assert.True(endless.Given <= 3_000_001);
        Assert.Equal(2_000_000_000, CsvLimits.Default.FileBytes);
    }

    [Theory]
    [InlineData("", FormatFault.EmptyFile)]
    [InlineData("PK\u0003\u0004\0\0\0\b", FormatFault.BinaryFile)]
    public void Refuses_what_is_no_table(string text, FormatFault fault)
    {
        using var table = Open(text);
        Assert.Empty(Rows(table));
        Assert.Equal(fault, table.Refusal!.Fault);
    }

    [Fact]
    public void Lists_no_more_problems_than_it_may()
    {
        using var table = Open("a,b\n" + string.Concat(Enumerable.Repeat("1\n", 50)) + string.Concat(Enumerable.Repeat("1,2,3\n", 50)), new() { Problems = 10 });
        Assert.Equal(100, table.Rows(new CsvHeader(table.Head(1)[0])).Count());
        Assert.Equal([(ProblemKind.Note, 12), (ProblemKind.Damage, 10)], table.Problems.CountBy(problem => problem.Kind).Select(kind => (kind.Key, kind.Value)));
        Assert.Equal((40, 0), (table.Unlisted, table.UnlistedRefusals));
    }

    [Fact]
    public void Counts_what_it_does_not_list_and_which_rows_of_it_were_left_out()
    {
        using var table = Open("a,b\n" + string.Concat(Enumerable.Repeat("1,2,3\n", 3)) + string.Concat(Enumerable.Repeat("long,x\n", 4)) + "1,2\n", new() { Problems = 2, FieldBytes = 3 });

        Assert.Equal(4, table.Rows(new CsvHeader(table.Head(1)[0])).Count());

        Assert.Equal((5, 4), (table.Unlisted, table.UnlistedRefusals));
    }

    [Theory]
    [InlineData("1\n")] // a note
    [InlineData("1,2,3\n")] // a damage
    public void However_many_problems_there_are_the_refusal_is_among_them(string ragged)
    {
        using var table = Open("a,b\n" + string.Concat(Enumerable.Repeat(ragged, 10_001)) + new string('x', 3_000_000), new() { RowBytes = 100_000 });
        Assert.Equal(10_001, table.Rows(new CsvHeader(table.Head(1)[0])).Count());
        Assert.Equal((10_002, FormatFault.RowTooLong), (table.Problems.Count, table.Problems[^1].Fault));
    }

    private sealed class EndlessTable : Stream
    {
        public long Given { get; private set; }

        public override int Read(byte[] buffer, int offset, int count)
        {
            for (var i = 0; i < count; i++) buffer[offset + i] = "1,2\n"u8[(int)(Given++ % 4)];
            return count;
        }

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => Given; set => throw new NotSupportedException(); }
        public override void Flush() { }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }

    private static CsvTable Open(string text, CsvLimits? limits = null) => Open(Encoding.UTF8.GetBytes(text), limits);

    private static CsvTable Open(byte[] bytes, CsvLimits? limits = null) => CsvTable.Open(new MemoryStream(bytes), limits);

    private static List<(long Line, string Text)> Rows(CsvTable table) => [.. table.Rows().Select(row => (row.Line, string.Join('|', row.Fields)))];
}
