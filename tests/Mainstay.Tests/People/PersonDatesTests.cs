using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Mainstay.People;
using Mainstay.Words;

namespace Mainstay.Tests.People;

public class PersonDatesTests
{
    [Theory]
    [InlineData("1985-04-12", 1985, 4, 12)]
    [InlineData("1985-04", 1985, 4, null)]
    [InlineData("1985", 1985, null, null)]
    [InlineData("--04-12", null, 4, 12)]
    [InlineData("--0412", null, 4, 12)]
    [InlineData("--02-29", null, 2, 29)]
    [InlineData(" 9999-12-31 ", 9999, 12, 31)]
    public void Reads_as_much_of_a_date_as_is_known(string text, int? year, int? month, int? day) =>
        Assert.Equal(new DateDetails("birthday", year, month, day), PersonDates.Read("birthday", text));

    [Theory]
    [InlineData("")]
    [InlineData("31.12.")]
    [InlineData("0000-01-01")]
    [InlineData("2023-02-29")]
    [InlineData("--13-01")]
    [InlineData("--02-30")]
    [InlineData("--4-12")]
    [InlineData("10000-01-01")]
    [InlineData("yesterday")]
    public void Refuses_what_is_no_date(string text) => Assert.Null(PersonDates.Read("birthday", text));

    [Fact]
    public void What_is_written_is_read_again() =>
        Prop.ForAll(Gen.Choose(0, 3_652_058).ToArbitrary(), number =>
        {
            var day = DateOnly.FromDayNumber(number);
            DateDetails[] known = [new("b", day.Year, day.Month, day.Day), new("b", null, day.Month, day.Day), new("b", day.Year, day.Month, null), new("b", day.Year, null, null)];
            return known.All(d => PersonDates.Read("b", Contacts.DateText(d)) == d);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("1985-04-12", "12 April 1985")]
    [InlineData("1985-04", "April 1985")]
    [InlineData("0985", "0985")]
    [InlineData("--02-29", "29 February")]
    public void Says_a_date_with_as_much_as_is_known(string text, string said) =>
        Assert.Equal(said, PersonDates.InWords(PersonDates.Read("", text)!).InWords(CultureInfo.GetCultureInfo("en")));
}
