using System.Globalization;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Tests.Web;

public class NearTests
{
    [Theory]
    [InlineData("2026-05-01", "today")]
    [InlineData("2026-04-30", "yesterday")]
    [InlineData("2026-05-02", "tomorrow")]
    [InlineData("2026-04-18", "13 days ago")]
    [InlineData("2026-04-17", "2 weeks ago")]
    [InlineData("2026-05-22", "in 3 weeks")]
    [InlineData("2026-01-15", "15 January")]
    [InlineData("2025-12-14", "14 December 2025")]
    [InlineData("0001-01-01", "1 January 0001")]
    [InlineData("9999-12-31", "31 December 9999")]
    public void A_day_is_said_as_one_says_it(string day, string said) =>
        Assert.Equal(said, Near.Of(DateOnly.Parse(day, CultureInfo.InvariantCulture), new DateOnly(2026, 5, 1)).InWords(CultureInfo.GetCultureInfo("en")));
}
