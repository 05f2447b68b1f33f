using System.Text.Json;
using Mainstay.Accounts;
using Mainstay.Rhythm;
using Mainstay.Tests.Api;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Tests.Rhythm;

public class RhythmCliTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task A_touch_is_logged_with_several_people_at_once(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, alan) = (await house.Know("Grace Hopper"), await house.Know("Alan Turing"));

        var said = (await house.Type("touch", "Grace Hopper", alan.ToString(), "--by", "meeting", "--on", "yesterday", "--note", "On machines", "--direction", "out", "--minutes", "90")).Fine();

        Assert.Equal("Noted: a meeting, Thursday, April 30, 2026, with Grace Hopper and Alan Turing.\n", said.Out.ReplaceLineEndings("\n"));
        var line = Assert.Single(await house.Again().TouchesOf(grace, Stop));
        Assert.Equal((new DateOnly(2026, 4, 30), TouchKind.Meeting, Direction.Out, 90, "On machines"), (line.Touch.On, line.Touch.Kind, line.Touch.Direction, line.Touch.Minutes, line.Touch.Note));
        Assert.Equal(["Alan Turing"], line.With);
    }

    [Theory, OnBoth]
    public async Task Wrong_usage_is_told_apart_from_a_no_of_the_data(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Know("Grace");

        Assert.Equal(2, (await house.Type("touch", "Grace")).Code);
        Assert.Equal(2, (await house.Type("touch", "Grace", "--by", "pigeon")).Code);
        Assert.Equal(2, (await house.Type("touch", "Grace", "--by", "call", "--on", "9999-12-31")).Code);
        Assert.Equal(2, (await house.Type("touch", "Grace", "--by", "call", "--on", "0000-01-01")).Code);
        Assert.Equal(2, (await house.Type("tie", "Grace", "--over", "--still-on")).Code);
        Assert.Equal(2, (await house.Type("tie", "Grace", "--until", "2026-06-01")).Code);
        Assert.Equal(2, (await house.Type("tie", "Grace", "--closeness", "7")).Code);
        Assert.Equal(2, (await house.Type("cadence", "Grace", "often")).Code);
        Assert.Equal(2, (await house.Type("layers", "Grace")).Code);
        Assert.Equal(2, (await house.Type("layers", "Grace", "inner")).Code);
        Assert.Equal(2, (await house.Type("budget", "much")).Code);
        Assert.Equal(1, (await house.Type("touch", "Nobody", "--by", "call")).Code);
        Assert.Equal(1, (await house.Type("tasks", "done", "123456")).Code);
        Assert.Empty(await house.Again().Touches.ToListAsync(Stop));
    }

    [Theory, OnBoth]
    public async Task A_cadence_is_days_a_layer_the_layers_own_or_off(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Know("Grace");

        Assert.Equal((14, "2026-05-15"), await Cadence(house, "14"));
        Assert.Equal((7, "2026-05-08"), await Cadence(house, "core"));
        Assert.Equal((10, "2026-05-11"), await Cadence(house, "10"));
        Assert.Equal((7, "2026-05-08"), await Cadence(house, "layer"));
        Assert.Equal((null, null), await Cadence(house, "off"));
    }

    [Theory, OnBoth]
    public async Task A_tie_is_explained_and_the_owner_may_overrule(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Know("Grace Hopper");
        foreach (var day in new[] { "2026-01-02", "2026-02-01", "2026-03-01" }) (await house.Type("touch", "Grace Hopper", "--by", "meeting", "--on", day)).Fine();
        (await house.Type("cadence", "Grace Hopper", "close")).Fine();

        var told = (await house.Type("tie", "Grace Hopper")).Fine().Out;

        Assert.StartsWith("Grace Hopper · close · monthly", told);
        Assert.Contains("You last met 9 weeks ago; you meant monthly.", told);
        Assert.Contains("Strength: about 0.2 of 1, from 3 days of contact.", told);
        Assert.Matches("Alive: about [5-9] in 10. An estimate, not a fact.", told);
        Assert.Matches("A touch within 30 days: about [1-9] in 10.", told);

        var over = (await house.Type("tie", "Grace Hopper", "--over", "--closeness", "4", "--json")).Fine().Json;
        Assert.Equal((0, "over", 4), (over.GetProperty("aliveness").GetDouble(), over.GetProperty("verdict").GetString(), over.GetProperty("closeness").GetInt32()));
        var paused = (await house.Type("tie", "Grace Hopper", "--unsay", "--pause", "--until", "2026-06-01", "--json")).Fine().Json;
        Assert.Equal((true, "2026-06-01"), (paused.GetProperty("paused").GetBoolean(), paused.GetProperty("pausedUntil").GetString()));
        Assert.False((await house.Type("tie", "Grace Hopper", "--resume", "--json")).Fine().Json.GetProperty("paused").GetBoolean());
    }

    [Theory, OnBoth]
    public async Task Whether_a_tie_lives_is_not_known_without_a_touch_or_a_word(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace Hopper");
        (await house.Type("layers", "Grace", "core")).Fine();
        await using var site = await TestSite.Open(house);

        var typed = (await house.Type("tie", "Grace", "--json")).Fine().Json;
        var listed = Assert.Single((await house.Type("people", "--json")).Fine().Json.EnumerateArray());
        var told = (await site.Ask($"/api/people/{grace}/tie")).Fine();
        var inList = (await site.Ask("/api/people")).Fine()["items"][0];

        JsonElement[] unknown = [typed.GetProperty("aliveness"), typed.GetProperty("state"), listed.GetProperty("aliveness"), told["aliveness"], told["state"], inList.GetProperty("aliveness")];
        Assert.All(unknown, value => Assert.Equal(JsonValueKind.Null, value.ValueKind));
        var still = (await house.Type("tie", "Grace", "--still-on", "--json")).Fine().Json;
        Assert.Equal((JsonValueKind.Number, "active"), (still.GetProperty("aliveness").ValueKind, still.GetProperty("state").GetString()));
        var over = (await house.Type("tie", "Grace", "--over", "--json")).Fine().Json;
        Assert.Equal((0, "dormant"), (over.GetProperty("aliveness").GetDouble(), over.GetProperty("state").GetString()));
    }

    [Theory, OnBoth]
    public async Task How_much_it_counts_and_what_one_thinks_of_somebody_is_typed_and_taken_back(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Know("Grace Hopper");

        var told = (await house.Type("tie", "Grace Hopper", "--importance", "core", "--trust", "much", "--willing", "somewhat", "--standing", "not")).Fine().Out;
        var kept = (await house.Type("person", "Grace Hopper", "--json")).Fine().Json.GetProperty("tie");
        var back = (await house.Type("tie", "Grace Hopper", "--importance", "unsay", "--trust", "unsay", "--willing", "unsay", "--standing", "unsay", "--json")).Fine().Json;

        Assert.Contains("You said that this tie counts as much as core.", told, StringComparison.Ordinal);
        Assert.Contains("You said that you trust them much.", told, StringComparison.Ordinal);
        Assert.Contains("You said that they are somewhat willing to help.", told, StringComparison.Ordinal);
        Assert.Contains("You said that they are not ahead of you.", told, StringComparison.Ordinal);
        Assert.Equal("""{"importance":"core","closeness":null,"trust":"much","willing":"somewhat","standing":"not"}""", System.Text.Json.JsonSerializer.Serialize(kept));
        foreach (var taken in new[] { "importance", "trust", "willing", "standing" }) Assert.Equal(System.Text.Json.JsonValueKind.Null, back.GetProperty(taken).ValueKind);
        Assert.Equal(2, (await house.Type("tie", "Grace Hopper", "--trust", "very")).Code);
        Assert.Equal(2, (await house.Type("tie", "Grace Hopper", "--importance", "none")).Code);
    }

    [Theory, OnBoth]
    public async Task Nothing_of_a_tie_is_changed_when_a_part_is_wrong(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Know("Grace");

        Assert.Equal(2, (await house.Type("tie", "Grace", "--over", "--pause", "--until", "2020-01-01")).Code);

        Assert.Empty(await house.Again().Ties.ToListAsync(Stop));
    }

    [Theory, OnBoth]
    public async Task A_snooze_is_a_week_unless_said(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Know("Grace");

        Assert.Equal("2026-05-08", (await house.Type("snooze", "Grace", "--json")).Fine().Json.GetProperty("snoozedUntil").GetString());
        Assert.Equal("2026-07-01", (await house.Type("snooze", "Grace", "--until", "2026-07-01", "--json")).Fine().Json.GetProperty("snoozedUntil").GetString());
        Assert.Equal(2, (await house.Type("snooze", "Grace", "--until", "today")).Code);
    }

    [Theory, OnBoth]
    public async Task Layers_are_proposed_and_settled_key_by_key(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        foreach (var name in new[] { "Alan", "Bo", "Cy", "Dee", "Eva", "Fay" }) await house.Know(name, p => p with { Roles = [new("mentor")] });
        await house.Know("Nobody");

        var proposed = (await house.Type("layers", "--json")).Fine().Json.GetProperty("proposals");
        Assert.Equal(["core", "core", "core", "core", "core", "close"], proposed.EnumerateArray().Select(p => p.GetProperty("layer").GetString()));
        Assert.Equal("Role: mentor.", proposed[0].GetProperty("reasons")[0].GetString());

        var asked = (await house.Press("\rs3x4q", "layers")).Fine().Out;

        Assert.Contains("3 settled.", asked);
        var layers = (await house.Again().PeopleByLayer(Stop)).ToDictionary(l => l.Key, l => l.Single().Name);
        Assert.Equal([new(Layer.Core, "Alan"), new(Layer.Extended, "Cy"), new(Layer.Wider, "Dee")], layers.OrderBy(l => l.Key));
    }

    [Theory, OnBoth]
    public async Task Tasks_are_noted_listed_done_and_undone(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Know("Grace");

        (await house.Type("tasks", "add", "send the paper", "--for", "Grace", "--due", "2026-05-03")).Fine();
        (await house.Type("tasks", "add", "introduce Cy", "--for", "Grace", "--to-me")).Fine();
        var listed = (await house.Type("tasks")).Fine().Out.ReplaceLineEndings("\n").Split('\n');
        Assert.EndsWith("You promised Grace: send the paper (due Sunday, May 3, 2026)", listed[0]);
        Assert.EndsWith("Grace promised you: introduce Cy", listed[1]);

        var id = listed[0][..6];
        (await house.Type("tasks", "done", id)).Fine();
        var left = Assert.Single((await house.Type("tasks", "--json")).Fine().Json.EnumerateArray());
        Assert.Equal((true, "Grace"), (left.GetProperty("promisedToMe").GetBoolean(), left.GetProperty("person").GetProperty("name").GetString()));
        (await house.Type("tasks", "undo", id)).Fine();
        Assert.Equal(2, (await house.Type("tasks", "--json")).Fine().Json.GetArrayLength());
    }

    [Theory, OnBoth]
    public async Task Time_for_people_stretches_what_is_least_important(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (core, wide) = (await house.Know("Core"), await house.Know("Wide"));
        await house.Store.SetLayer(core, Layer.Core, Stop);
        await house.Store.SetCadence(wide, 7, Stop);

        var json = (await house.Type("budget", "30", "--json")).Fine().Json;

        Assert.Equal((30, 40.0, 2.0, true), (json.GetProperty("minutes").GetInt32(), json.GetProperty("planned").GetDouble(), json.GetProperty("factor").GetDouble(), json.GetProperty("fits").GetBoolean()));
        Assert.Equal(["Core"], await house.Due(new(2026, 5, 8)));
        Assert.Equal(["Core", "Wide"], await house.Due(new(2026, 5, 15)));
        Assert.Contains("No limit", (await house.Type("budget", "off")).Fine().Out);
        Assert.Equal(["Core", "Wide"], await house.Due(new(2026, 5, 8)));
    }

    [Theory]
    [InlineData("weekly", 7)]
    [InlineData("fortnightly", 14)]
    [InlineData("Monthly", 30)]
    [InlineData("quarterly", 91)]
    [InlineData("yearly", 365)]
    public async Task A_cadence_can_be_a_word(string word, int days)
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await house.Know("Grace");

        Assert.Equal(days, (await Cadence(house, word)).Item1);
    }

    [Theory]
    [InlineData("wöchentlich", 7)]
    [InlineData("Wochentlich", 7)]
    [InlineData("alle zwei Wochen", 14)]
    [InlineData("alle 5 Wochen", 35)]
    [InlineData("monatlich", 30)]
    [InlineData("vierteljährlich", 91)]
    [InlineData("zweimal im Jahr", 182)]
    [InlineData("jährlich", 365)]
    [InlineData("weekly", 7)]
    [InlineData("kein Rhythmus", null)]
    public async Task A_cadence_can_be_what_is_said_of_it_in_the_owners_language(string word, int? days)
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await house.Know("Grace");
        await house.Store.Spaces.ExecuteUpdateAsync(set => set.SetProperty(s => s.Locale, "de"), Stop);

        Assert.Equal(days, (await Cadence(house, word)).Item1);
        Assert.Equal(2, (await house.Type("cadence", "Grace", "oft")).Code);
    }

    [Fact]
    public async Task A_tie_that_is_over_is_not_told_to_be_due()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        await house.Know("Grace");
        (await house.Type("cadence", "Grace", "30")).Fine();

        Assert.Contains("Due on", (await house.Type("tie", "Grace")).Fine().Out, StringComparison.Ordinal);
        Assert.DoesNotContain("Due on", (await house.Type("tie", "Grace", "--over")).Fine().Out, StringComparison.Ordinal);
    }

    private static async Task<(int?, string?)> Cadence(TestHouse house, string typed)
    {
        var tie = (await house.Type("cadence", "Grace", typed, "--json")).Fine().Json;
        return (tie.TryGetProperty("cadence", out var days) && days.ValueKind == System.Text.Json.JsonValueKind.Number ? days.GetInt32() : null, tie.GetProperty("due").GetString());
    }
}
