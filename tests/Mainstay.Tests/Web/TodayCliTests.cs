using System.Text.Json;
using Mainstay.Tests.Rhythm;

namespace Mainstay.Tests.Web;

public class TodayCliTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, InlineData("9999-12-31"), InlineData("0001-01-01"), InlineData("1899-12-31"), InlineData("2201-01-01")]
    public async Task A_day_that_nobody_means_is_answered_with_the_days_there_are(string day)
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);

        var answer = await house.Type("today", "--on", day);

        Assert.Equal((2, "", $"“{day}” is too far away: a day is expected from 1900-01-01 to 2200-12-31."), (answer.Code, answer.Out, answer.Error.Trim()));
        Assert.StartsWith("Wednesday, December 31, 2200", (await house.Type("today", "--on", "2200-12-31")).Fine().Out, StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task Says_whom_to_talk_to_and_why(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Know("Grace Hopper");
        (await house.Type("touch", "Grace Hopper", "--by", "meeting", "--on", "2026-02-27")).Fine();
        (await house.Type("cadence", "Grace Hopper", "30")).Fine();

        var said = (await house.Type("today")).Fine().Out;

        Assert.Equal("""
            Friday, May 1, 2026

              Meet Grace Hopper
                 You last met 9 weeks ago; you meant monthly.
                 Estimate: still alive, fading.
                 → Log a meeting

            """.ReplaceLineEndings("\n"), string.Concat(said.ReplaceLineEndings("\n").Split('\n').Select(l => l.TrimEnd() + "\n"))[..^1]);
    }

    [Theory, OnBoth]
    public async Task Tells_programs_the_same_in_the_shape_they_rely_on(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace Hopper");
        (await house.Type("touch", "Grace Hopper", "--by", "meeting", "--on", "2026-02-27")).Fine();
        (await house.Type("cadence", "Grace Hopper", "close")).Fine();

        var answer = (await house.Type("today", "--json")).Fine().Json;

        Assert.Equal(["on", "items"], answer.EnumerateObject().Select(p => p.Name));
        Assert.Equal("2026-05-01", answer.GetProperty("on").GetString());
        var item = Assert.Single(answer.GetProperty("items").EnumerateArray());
        Assert.Equal(["kind", "in", "person", "sentence", "reasons", "action", "subject", "isConfidential"], item.EnumerateObject().Select(p => p.Name));
        Assert.Equal(("due", grace, "Grace Hopper"), (item.GetProperty("kind").GetString(), item.GetProperty("person").GetProperty("id").GetGuid(), item.GetProperty("person").GetProperty("name").GetString()));
        Assert.Equal("You last met 9 weeks ago; you meant monthly.", item.GetProperty("reasons")[0].GetString());
        Assert.Equal("Log a meeting", item.GetProperty("action").GetString());
    }

    [Theory, OnBoth]
    public async Task A_fresh_house_proposes_to_bring_people_then_to_start_with_five(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);

        var item = Assert.Single((await house.Type("today", "--json")).Fine().Json.GetProperty("items").EnumerateArray());
        Assert.Equal(("setup", JsonValueKind.Null, "Bring the people you already have"), (item.GetProperty("kind").GetString(), item.GetProperty("person").ValueKind, item.GetProperty("sentence").GetString()));

        await house.Know("Grace");
        Assert.Contains("Start with five", (await house.Type("today")).Fine().Out);
        (await house.Type("layers", "Grace", "wider")).Fine();
        Assert.Contains("Nothing is waiting for you.", (await house.Type("today")).Fine().Out);
    }

    [Theory, OnBoth]
    public async Task Another_day_can_be_asked_for_and_nonsense_is_wrong_usage(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Know("Grace");
        (await house.Type("layers", "Grace", "core")).Fine();

        Assert.Empty((await house.Type("today", "--json", "--on", "2026-05-07")).Fine().Json.GetProperty("items").EnumerateArray());
        Assert.Single((await house.Type("today", "--json", "--on", "2026-05-08")).Fine().Json.GetProperty("items").EnumerateArray());
        Assert.Equal("2026-05-02", (await house.Type("today", "--json", "--on", "tomorrow")).Fine().Json.GetProperty("on").GetString());
        var wrong = await house.Type("today", "--on", "soon");
        Assert.Equal((2, ""), (wrong.Code, wrong.Out));
        Assert.Contains("“soon” is not a day.", wrong.Error);
    }

    [Theory, OnBoth]
    public async Task Says_nothing_of_Bobs_people(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var bob = await house.Bob();
        var secret = await Mainstay.People.PeopleActions.AddPerson(bob, new() { Name = "Secret" }, house.Clock, Stop);
        await Mainstay.Rhythm.TieActions.SetLayer(bob, secret.Id, Mainstay.Rhythm.Layer.Core, Stop);

        Assert.DoesNotContain("Secret", (await house.Type("today", "--json", "--on", "2027-01-01")).Fine().Out);
        Assert.DoesNotContain("Secret", (await house.Type("layers", "--json")).Fine().Out);
        foreach (var command in new string[][] { ["tie", "Secret"], ["touch", "Secret", "--by", "call"], ["cadence", "Secret", "7"], ["snooze", "Secret"], ["layers", "Secret", "core"], ["tasks", "add", "x", "--for", "Secret"], ["tie", secret.Id.ToString()] })
            Assert.Equal(1, (await house.Type(command)).Code);
    }
}
