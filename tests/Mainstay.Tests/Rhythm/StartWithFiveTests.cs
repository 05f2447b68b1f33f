using System.Globalization;
using Mainstay.Rhythm;
using Mainstay.Words;

namespace Mainstay.Tests.Rhythm;

public class StartWithFiveTests
{
    private static readonly DateOnly Today = new(2026, 5, 1);
    private static readonly Dictionary<Layer, int> Nobody = [];

    [Fact]
    public void Proposes_five_then_ten_then_thirty_five()
    {
        var people = Enumerable.Range(0, 80).Select(i => new Newcomer(Guid.CreateVersion7(), $"Person {i:00}") { Strength = .9 - i * .01, ContactDays = 3, LastTouchOn = Today });

        var counts = StartWithFive.Propose(people, Nobody, Today).CountBy(p => p.Layer);

        Assert.Equal([new(Layer.Core, 5), new(Layer.Close, 10), new(Layer.Extended, 35)], counts);
    }

    [Fact]
    public void Leaves_room_for_those_already_settled()
    {
        var people = Enumerable.Range(0, 80).Select(i => new Newcomer(Guid.CreateVersion7(), $"Person {i:00}") { HasDate = true });

        var proposals = StartWithFive.Propose(people, new Dictionary<Layer, int> { [Layer.Core] = 3, [Layer.Close] = 14 }, Today);

        Assert.Equal([Layer.Core, Layer.Core, Layer.Extended], proposals.Take(3).Select(p => p.Layer));
    }

    [Fact]
    public void Touches_roles_and_days_speak_for_somebody_and_nothing_speaks_for_a_bare_name()
    {
        Newcomer[] people =
        [
            new(Guid.CreateVersion7(), "Alan") { HasDate = true },
            new(Guid.CreateVersion7(), "Bo"),
            new(Guid.CreateVersion7(), "Grace") { Roles = ["mentor"] },
            new(Guid.CreateVersion7(), "Katherine") { Strength = .6, ContactDays = 9, LastTouchOn = Today.AddDays(-3) },
        ];

        var proposals = StartWithFive.Propose(people, Nobody, Today);

        Assert.Equal(["Katherine", "Grace", "Alan"], proposals.Select(p => p.Name));
        Assert.Equal("9 days of contact, the last 3 days ago.", Assert.Single(proposals[0].Reasons).InWords(CultureInfo.GetCultureInfo("en")));
        Assert.Equal("Role: mentor.", Assert.Single(proposals[1].Reasons).InWords(CultureInfo.GetCultureInfo("en")));
    }

    [Theory]
    [InlineData("mentor")]
    [InlineData("Adviser")]
    [InlineData("Berater")]
    [InlineData("Beraterin")]
    [InlineData("Freund")]
    [InlineData("freundin ")]
    [InlineData("Förderer")]
    public void A_role_that_carries_somebody_goes_before_another_one_in_English_and_German(string role)
    {
        Newcomer[] people = [new(Guid.CreateVersion7(), "Alan") { Roles = ["Klempner"] }, new(Guid.CreateVersion7(), "Bo") { Roles = ["Kollege"] }, new(Guid.CreateVersion7(), "Katherine") { Roles = [role] }];

        Assert.Equal(["Katherine", "Alan", "Bo"], StartWithFive.Propose(people, Nobody, Today).Select(p => p.Name));
    }

    [Fact]
    public void Somebody_one_writes_with_goes_before_a_birthday_from_an_address_book()
    {
        Newcomer[] people =
        [
            new(Guid.CreateVersion7(), "Alan") { HasDate = true },
            new(Guid.CreateVersion7(), "Katherine") { Strength = .03, ContactDays = 1, LastTouchOn = Today.AddDays(-120) },
        ];

        Assert.Equal(["Katherine", "Alan"], StartWithFive.Propose(people, Nobody, Today).Select(p => p.Name));
    }
}
