using System.Globalization;
using Mainstay.Rhythm;

namespace Mainstay.Tests.Rhythm;

public class OccasionsTests
{
    [Theory]
    [InlineData(5, 1, "2026-05-01", "2026-05-01")]
    [InlineData(4, 30, "2026-05-01", "2027-04-30")]
    [InlineData(1, 1, "2026-12-31", "2027-01-01")]
    [InlineData(2, 29, "2026-01-10", "2026-02-28")]
    [InlineData(2, 29, "2028-01-10", "2028-02-29")]
    [InlineData(2, 29, "2028-02-28", "2028-02-29")]
    [InlineData(2, 29, "2026-03-01", "2027-02-28")]
    public void Comes_back_every_year(int month, int day, string from, string next) => Assert.Equal(Day(next), Occasions.Next(month, day, Day(from)));

    [Theory]
    [InlineData(null, 3)]
    [InlineData(3, null)]
    [InlineData(2, 30)]
    [InlineData(13, 1)]
    [InlineData(4, 0)]
    public void Never_comes_when_the_day_is_not_known_or_not_there(int? month, int? day) => Assert.Null(Occasions.Next(month, day, new(2026, 5, 1)));

    [Fact]
    public void Is_the_so_manieth_only_when_the_year_is_known()
    {
        Assert.Equal(40, Occasions.Years(1986, new(2026, 5, 1)));
        Assert.Null(Occasions.Years(null, new(2026, 5, 1)));
        Assert.Null(Occasions.Years(2026, new(2026, 5, 1)));
    }

    [Fact]
    public void The_28th_of_February_stands_for_the_29th_in_common_years()
    {
        Assert.Equal([(2, 27), (2, 28), (2, 29), (3, 1)], Occasions.KeptWithin(new(2026, 2, 27), 2));
        Assert.Equal([(2, 27), (2, 28), (2, 29)], Occasions.KeptWithin(new(2028, 2, 27), 2));
    }

    [Fact]
    public void The_end_of_time_is_no_trouble() => Assert.Null(Occasions.Next(1, 1, new(9999, 12, 30)));

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
