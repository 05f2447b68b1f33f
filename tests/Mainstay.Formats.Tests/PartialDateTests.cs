using FsCheck;
using FsCheck.Fluent;

namespace Mainstay.Formats.Tests;

public sealed class PartialDateTests
{
    [Theory]
    [InlineData("1985-04-12", "1985-04-12")]
    [InlineData("19850412", "1985-04-12")]
    [InlineData("1985-4-2", "1985-04-02")]
    [InlineData("1985-04", "1985-04")]
    [InlineData("1985", "1985")]
    [InlineData("0001-01-01", "0001-01-01")]
    [InlineData("9999-12-31", "9999-12-31")]
    [InlineData("--04-12", "--04-12")]
    [InlineData("--0412", "--04-12")]
    [InlineData("--04", "--04")]
    [InlineData("---12", "---12")]
    [InlineData(" --06-15", "--06-15")]
    [InlineData("--02-29", "--02-29")]
    [InlineData("2026-08-01 10:00:00 UTC", "2026-08-01")]
    [InlineData("2026-08-01T10:00:00.000Z", "2026-08-01")]
    [InlineData("2024/03/05", "2024-03-05")]
    [InlineData("05 Mar 2024", "2024-03-05")]
    [InlineData("7-Feb-22", "2022-02-07")]
    [InlineData("01-Jan-2019", "2019-01-01")]
    [InlineData("12 mars 2023", "2023-03-12")]
    [InlineData("1er août 2021", "2021-08-01")]
    [InlineData("3. März 2020", "2020-03-03")]
    [InlineData("5 de mayo de 2019", "2019-05-05")]
    [InlineData("2 dic 2018", "2018-12-02")]
    [InlineData("9 luglio 2017", "2017-07-09")]
    [InlineData("15 de fevereiro de 2016", "2016-02-15")]
    [InlineData("4 mrt. 2015", "2015-03-04")]
    [InlineData("30 sept. 2022", "2022-09-30")]
    [InlineData("March 5, 2024", "2024-03-05")]
    [InlineData("Mar 5", "--03-05")]
    [InlineData("5 March", "--03-05")]
    [InlineData("March 2024", "2024-03")]
    [InlineData("1/31/24, 9:15 AM", "2024-01-31")]
    [InlineData("31/1/24", "2024-01-31")]
    [InlineData("3/4/2024", "2024-03-04")]
    [InlineData("3.4.2024", "2024-04-03")]
    [InlineData("24.12.", "--12-24")]
    [InlineData("4/3/70", "1970-04-03")]
    [InlineData("4/3/69", "2069-04-03")]
    public void Reads(string text, string date)
    {
        Assert.True(PartialDate.TryParse(text, out var read, out var problem), problem);
        Assert.Equal(date, read.ToString());
        Assert.Null(problem);
    }

    [Fact]
    public void The_order_of_day_and_month_decides_only_when_both_are_possible()
    {
        Assert.Equal("2024-04-03", Parse("3/4/2024", DateOrder.DayFirst));
        Assert.Equal("2024-03-04", Parse("3/4/2024", DateOrder.MonthFirst));
        Assert.Equal("2024-01-31", Parse("1/31/2024", DateOrder.DayFirst));
        Assert.Equal("2024-01-31", Parse("31/1/2024", DateOrder.MonthFirst));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData(null)]
    [InlineData("0/0/00")]
    [InlineData("00/00/0000")]
    [InlineData("0000-00-00")]
    public void Some_texts_mean_no_date_and_are_no_problem(string? text)
    {
        Assert.False(PartialDate.TryParse(text, out _, out var problem));
        Assert.Null(problem);
    }

    [Theory]
    [InlineData("0000-04-12", "There is no year 0.")]
    [InlineData("2023-02-29", "There is no such day in that month.")]
    [InlineData("--02-30", "There is no such day in that month.")]
    [InlineData("1985-13-01", "The month must be between 1 and 12.")]
    [InlineData("1985-01-32", "The day must be between 1 and 31.")]
    [InlineData("yesterday", "It is not a date.")]
    [InlineData("12 foo 2020", "It is not a date.")]
    [InlineData("10000-01-01", "It is not a date.")]
    [InlineData("123", "It is not a date.")]
    public void Others_are_refused_with_a_sentence(string text, string sentence)
    {
        Assert.False(PartialDate.TryParse(text, out _, out var problem));
        Assert.Equal(sentence, problem);
    }

    [Fact]
    public void Every_date_is_read_from_what_is_written() =>
        Check.One(Cards.Thorough, Prop.ForAll((
            from year in Gen.Frequency((1, Gen.Constant((int?)null)), (3, Gen.Choose(1, 9999).Select(number => (int?)number)))
            from month in Gen.Frequency((1, Gen.Constant((int?)null)), (3, Gen.Choose(1, 12).Select(number => (int?)number)))
            from day in Gen.Frequency((1, Gen.Constant((int?)null)), (3, Gen.Choose(1, 31).Select(number => (int?)number)))
            select (year, month, day)).ToArbitrary(), parts =>
        {
            if (!PartialDate.TryCreate(parts.year, parts.month, parts.day, out var date, out _)) return;
            Assert.Equal(date.ToString(), Parse(date.ToString(), DateOrder.DayFirst));
            Assert.Equal(date.ToString(), Parse(date.ToBasic(), DateOrder.DayFirst));
        }));

    [Fact]
    public void Is_a_full_date_when_nothing_is_missing()
    {
        Assert.Equal(new DateOnly(1985, 4, 12), PartialDate.From(new DateOnly(1985, 4, 12)).Full);
        Assert.Null(new PartialDate(null, 4, 12).Full);
    }

    private static string? Parse(string text, DateOrder order) => PartialDate.TryParse(text, out var date, out _, order) ? date.ToString() : null;
}
