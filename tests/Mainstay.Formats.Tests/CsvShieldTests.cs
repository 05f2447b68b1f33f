namespace Mainstay.Formats.Tests;

public class CsvShieldTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0")]
    [InlineData("-2+3+cmd", "'-2+3+cmd")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("'=1", "''=1")]
    public void What_a_spreadsheet_would_run_is_shielded(string cell, string written) => Assert.Equal(written, CsvShield.Shield(cell));

    [Theory]
    [InlineData("")]
    [InlineData("Grace")]
    [InlineData("+49 (30) 123-45/67")]
    [InlineData("-12.5")]
    [InlineData("'tis")]
    [InlineData(" --12-09")]
    public void Everything_else_stays(string cell) => Assert.Equal(cell, CsvShield.Shield(cell));

    [Theory]
    [InlineData("=1+1"), InlineData("'=1+1"), InlineData("''@x"), InlineData("+49 30"), InlineData("'+49 30"), InlineData("'"), InlineData("''"), InlineData("-x"), InlineData("'tis"), InlineData("\r")]
    public void What_was_shielded_comes_back(string cell) => Assert.Equal(cell, CsvShield.Unshield(CsvShield.Shield(cell)));
}
