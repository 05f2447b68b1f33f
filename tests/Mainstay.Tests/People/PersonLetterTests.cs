using System.Globalization;
using Mainstay.People;
using Mainstay.Words;

namespace Mainstay.Tests.People;

public class PersonLetterTests
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    [Theory]
    [InlineData("2024-03", "Lisbon", "Howard Aiken", "You met in March 2024 (Lisbon) through Howard Aiken.")]
    [InlineData("2024-03-09", null, null, "You met on 9 March 2024.")]
    [InlineData("2024", null, null, "You met in 2024.")]
    [InlineData(null, "Lisbon", null, "You met (Lisbon).")]
    [InlineData(null, null, "Howard Aiken", "You met through Howard Aiken.")]
    public void Says_when_where_and_through_whom_we_met(string? on, string? where, string? through, string said) =>
        Assert.Equal([said], PersonLetter.Of(new() { MetOn = on, MetWhere = where }, through).Select(r => r.InWords(English)));

    [Fact]
    public void Says_nothing_of_what_is_not_known() => Assert.Empty(PersonLetter.Of(new() { Name = "Alan" }, null));

    [Fact]
    public void Tells_how_we_met_as_a_sentence() =>
        Assert.Equal(["She gave us nanoseconds."], PersonLetter.Of(new() { HowMet = "She gave us nanoseconds" }, null).Select(r => r.InWords(English)));

    [Fact]
    public void A_role_counts_from_its_first_day_to_its_last()
    {
        RoleDetails[] roles = [new("mentor", new(2024, 3, 1), new(2024, 3, 31)), new("peer")];

        Assert.Equal(["peer"], roles.RolesOn(new(2024, 2, 29)));
        Assert.Equal(["mentor", "peer"], roles.RolesOn(new(2024, 3, 1)));
        Assert.Equal(["mentor", "peer"], roles.RolesOn(new(2024, 3, 31)));
        Assert.Equal(["peer"], roles.RolesOn(new(2024, 4, 1)));
    }
}
