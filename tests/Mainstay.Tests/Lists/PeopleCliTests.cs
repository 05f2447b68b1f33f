using Mainstay.Accounts;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Tests.Rhythm;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Tests.Lists;

public class PeopleCliTests
{
    [Theory, OnBoth]
    public async Task Lists_everybody_by_family_name_with_every_key(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        (await house.Type("person", "add", "Grace Hopper", "--family-name", "Hopper", "--role", "mentor", "--organization", "US Navy")).Fine();
        (await house.Type("person", "add", "Alan Turing", "--family-name", "Turing")).Fine();
        (await house.Type("person", "add", "Zoë Adams", "--family-name", "Adams")).Fine();

        var people = (await house.Type("people", "--json")).Fine().Json.EnumerateArray().ToList();

        Assert.Equal(["Zoë Adams", "Grace Hopper", "Alan Turing"], people.Select(p => p.GetProperty("name").GetString()));
        Assert.All(people, p => Assert.Equal(["aliveness", "due", "id", "lastTouch", "layer", "name", "organization", "roles", "strength"], p.EnumerateObject().Select(f => f.Name).Order(StringComparer.Ordinal)));
        Assert.Equal("US Navy", people[1].GetProperty("organization").GetString());
        Assert.Equal("mentor", people[1].GetProperty("roles")[0].GetString());
        Assert.Equal(0, people[2].GetProperty("roles").GetArrayLength());
    }

    [Theory, OnBoth]
    public async Task Lists_those_who_answer_to_a_query(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        (await house.Type("person", "add", "Grace Hopper")).Fine();
        (await house.Type("person", "add", "山田 花子")).Fine();

        Assert.Equal("山田 花子", Assert.Single((await house.Type("people", "花子", "--json")).Fine().Json.EnumerateArray()).GetProperty("name").GetString());
        Assert.Equal("Grace Hopper", Assert.Single((await house.Type("people", "grace", "hop", "--json")).Fine().Json.EnumerateArray()).GetProperty("name").GetString());
        Assert.Contains("Nobody here answers to “nobody”.", (await house.Type("people", "nobody")).Fine().Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_how_to_begin_when_nobody_is_here()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);

        var answer = (await house.Type("people")).Fine();

        Assert.Equal("", answer.Out);
        Assert.Contains("mainstay import", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_table_has_a_column_for_what_can_be_read_at_a_glance()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        (await house.Type("person", "add", "Grace Hopper", "--role", "mentor", "--organization", "US Navy")).Fine();

        var lines = (await house.Type("people")).Fine().Out.Split('\n');

        Assert.Matches("^Name +Roles +Organization *$", lines[0]); // nobody has a layer
        Assert.Matches("^Grace Hopper +mentor +US Navy", lines[1]);
    }

    [Theory, OnBoth]
    public async Task Narrows_and_sorts_as_the_page_does(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        (await house.Type("person", "add", "Grace Hopper", "--role", "mentor", "--label", "Gold", "--organization", "US Navy")).Fine();
        (await house.Type("person", "add", "Alan Turing", "--role", "mentor", "--topic", "codes")).Fine();
        (await house.Type("person", "add", "Katherine Johnson", "--role", "peer")).Fine();
        (await house.Type("touch", "Alan", "--by", "call", "--on", "2026-04-20")).Fine();
        (await house.Type("layers", "Katherine", "core")).Fine();

        Assert.Equal(["Alan Turing", "Grace Hopper"], await Names(house, "--role", "mentor"));
        Assert.Equal(["Grace Hopper", "Alan Turing"], await Names(house, "--role", "mentor", "--sort=-name"));
        Assert.Equal(["Grace Hopper"], await Names(house, "--role", "mentor", "--label", "gold", "--organization", "us navy"));
        Assert.Equal(["Alan Turing"], await Names(house, "--touched", "month"));
        Assert.Equal(["Katherine Johnson"], await Names(house, "--layer", "core"));
        Assert.Equal(["Grace Hopper"], await Names(house, "hopper", "--role", "mentor"));
        Assert.Equal(["Alan Turing"], await Names(house, "--sort", "touched", "--limit", "1"));
        Assert.Contains("The first 1 of 3 people.", (await house.Type("people", "--limit", "1")).Fine().Error, StringComparison.Ordinal);
        Assert.Contains("Nobody is all of this.", (await house.Type("people", "--role", "sage")).Fine().Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_list_can_be_narrowed_by_is_named_in_the_owners_language()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);

        foreach (var (option, value, said) in new[]
        {
            ("--layer", "inner", "“inner” is nothing that “layer” can be. There are core, close, extended, wider and - (None)."),
            ("--due", "soon", "“soon” is nothing that “due” can be. There are overdue, week (within a week), later, resting and - (no rhythm)."),
            ("--touched", "ever", "“ever” is nothing that “touched” can be. There are month (within a month), quarter (1 to 3 months ago), year (3 to 12 months ago), longer (longer ago) and never."),
        })
        {
            var wrong = await house.Type("people", option, value);
            Assert.Equal((2, said), (wrong.Code, wrong.Error.Trim()));
        }
        await Speak(house, "de");
        Assert.StartsWith("„inner“ gibt es bei „layer“ nicht. Es gibt core (", (await house.Type("people", "--layer", "inner")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_narrow_terminal_days_stay_whole_and_what_matters_less_gives_way()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        (await house.Type("person", "add", "Grace Brewster Murray Hopper", "--role", "mentor", "--organization", "United States Navy")).Fine();
        (await house.Type("touch", "Grace", "--by", "call", "--on", "2026-04-20")).Fine();
        (await house.Type("layers", "Grace", "core")).Fine();

        house.Variables["COLUMNS"] = "60";
        var narrow = (await house.Type("people")).Fine().Out.Split('\n');
        house.Variables["COLUMNS"] = "40";
        var narrower = (await house.Type("people")).Fine().Out.Split('\n');

        Assert.Matches("^Name +Organization +Layer +Last touch +Due *$", narrow[0]);
        Assert.Matches("2026-04-20 +2026-04-27 *$", narrow[1]);
        Assert.Matches("^Name +Last touch +Due *$", narrower[0]);
        Assert.Matches("^Grace Brewster +2026-04-20 +2026-04-27 *$", narrower[1]);
        Assert.Matches("^Murray Hopper *$", narrower[2]);
    }

    [Theory, OnBoth]
    public async Task Keeps_views_under_a_name(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        (await house.Type("person", "add", "Grace Hopper", "--role", "mentor")).Fine();
        (await house.Type("person", "add", "Alan Turing", "--role", "mentor")).Fine();
        (await house.Type("person", "add", "Katherine Johnson", "--role", "peer")).Fine();

        (await house.Type("people", "views", "add", "Mentors", "--role", "mentor", "--sort=-name")).Fine();
        Assert.Equal(["Grace Hopper", "Alan Turing"], await Names(house, "--view", "mentors"));
        Assert.Equal(["Alan Turing", "Grace Hopper"], await Names(house, "--view", "mentors", "--sort", "name"));
        Assert.Equal(1, (await house.Type("people", "--view", "nobody")).Code);
        Assert.Equal(2, (await house.Type("people", "views", "add", "MENTORS")).Code);

        (await house.Type("people", "views", "edit", "Mentors", "--role", "peer", "--rename", "Peers")).Fine();
        Assert.Equal(["Katherine Johnson"], await Names(house, "--view", "peers"));
        var removed = (await house.Type("people", "views", "remove", "peers", "--json")).Fine().Json;
        Assert.Equal(0, (await house.Type("people", "views", "--json")).Fine().Json.GetArrayLength());
        (await house.Type("people", "views", "restore", removed.GetProperty("id").GetString()!)).Fine();
        Assert.Contains("Peers: role=peer", (await house.Type("people", "views")).Fine().Out, StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task Changes_many_at_once_and_takes_it_back(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        (await house.Type("person", "add", "Grace Hopper", "--role", "mentor")).Fine();
        (await house.Type("person", "add", "Alan Turing", "--role", "mentor")).Fine();
        (await house.Type("person", "add", "Katherine Johnson")).Fine();

        var change = (await house.Type("people", "edit", "--role", "mentor", "--add-label", "gold", "--json")).Fine().Json;
        Assert.Equal(("addLabel", 2), (change.GetProperty("edit").GetString(), change.GetProperty("people").GetInt32()));
        Assert.Equal(["Alan Turing", "Grace Hopper"], await Names(house, "--label", "gold"));
        (await house.Type("person", "edit", "Alan", "--remove-label", "gold")).Fine();

        var undone = (await house.Type("people", "undo", change.GetProperty("id").GetString()!)).Fine();
        Assert.Contains("Taken back for one person.", undone.Out, StringComparison.Ordinal);
        Assert.Contains("One was changed since, and stays as they are: Alan Turing.", undone.Out, StringComparison.Ordinal);
        Assert.Empty(await Names(house, "--label", "gold"));
    }

    [Fact]
    public async Task Changes_everybody_only_when_everybody_is_meant()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        (await house.Type("person", "add", "Grace Hopper")).Fine();

        Assert.Equal(2, (await house.Type("people", "edit", "--trash")).Code);
        Assert.Equal(2, (await house.Type("people", "edit", "--everybody")).Code);
        Assert.Equal(2, (await house.Type("people", "edit", "--everybody", "--trash", "--add-label", "gold")).Code);
        Assert.Equal(2, (await house.Type("people", "edit", "--everybody", "--set-cadence", "often")).Code);
        Assert.Equal(["Grace Hopper"], await Names(house));
        (await house.Type("people", "edit", "--everybody", "--set-layer", "core")).Fine();
        (await house.Type("people", "edit", "--everybody", "--set-cadence", "layer")).Fine();
        (await house.Type("people", "edit", "--everybody", "--trash")).Fine();
        Assert.Empty(await Names(house));
    }

    [Theory]
    [InlineData("monthly", "30")]
    [InlineData("Every two weeks", "14")]
    [InlineData("every 5 weeks", "35")]
    [InlineData("no rhythm", "0")]
    [InlineData("off", "0")]
    [InlineData("20", "20")]
    [InlineData("layer", null)]
    public async Task A_cadence_is_said_in_the_words_that_one_tie_takes(string word, string? days)
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        (await house.Type("person", "add", "Grace Hopper")).Fine();
        (await house.Type("cadence", "Grace", "3")).Fine();

        var change = (await house.Type("people", "edit", "--everybody", "--set-cadence", word, "--json")).Fine().Json;
        var odd = await house.Type("people", "edit", "--everybody", "--set-cadence", "often");

        Assert.Equal((days, 1), (change.GetProperty("value").GetString(), change.GetProperty("people").GetInt32()));
        Assert.Equal(2, odd.Code);
        Assert.Contains("“often” is not a cadence.", odd.Error, StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task A_cadence_in_the_owners_language_is_taken_back_in_another(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace Hopper");
        await house.Store.SetCadence(grace, 3, TestContext.Current.CancellationToken);
        await Speak(house, "de");

        var change = (await house.Type("people", "edit", "--everybody", "--set-cadence", "alle zwei Wochen", "--json")).Fine().Json;
        Assert.Equal(14, (await house.TieOf(grace)).Cadence);
        await Speak(house, "en");
        (await house.Type("people", "undo", change.GetProperty("id").GetString()!)).Fine();

        Assert.Equal(3, (await house.TieOf(grace)).Cadence);
    }

    [Theory, OnBoth]
    public async Task Known_roles_are_said_and_understood_in_the_owners_language_and_stay_for_programs(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        (await house.Type("person", "add", "Grace Hopper", "--role", "peer", "--email", "work=grace@navy.example")).Fine();
        (await house.Type("person", "add", "Alan Turing", "--role", "Skipper")).Fine();
        await Speak(house, "de");

        Assert.Matches("Grace Hopper +Gleichgesinnte", (await house.Type("people")).Fine().Out);
        Assert.Contains("Gleichgesinnte", (await house.Type("person", "Grace")).Fine().Out, StringComparison.Ordinal);
        Assert.Contains("grace@navy.example (Arbeit)", (await house.Type("person", "Grace")).Fine().Out, StringComparison.Ordinal);
        Assert.Equal("peer", Assert.Single((await house.Type("people", "--role", "Gleichgesinnte", "--json")).Fine().Json.EnumerateArray()).GetProperty("roles")[0].GetString());
        Assert.Contains("„Gleichgesinnte“", (await house.Type("people", "edit", "--role", "Skipper", "--add-role", "Gleichgesinnte")).Fine().Out, StringComparison.Ordinal);
        Assert.Equal(["Alan Turing", "Grace Hopper"], (await Names(house, "--role", "peer")).Order());
        (await house.Type("person", "edit", "Grace", "--remove-role", "Gleichgesinnte")).Fine();
        (await house.Type("people", "edit", "--everybody", "--remove-role", "Gleichgesinnte")).Fine();

        Assert.Empty(await Names(house, "--role", "peer"));
        Assert.Equal(["Alan Turing"], await Names(house, "--role", "Skipper"));
    }

    [Theory, OnBoth]
    public async Task A_role_in_two_languages_is_one(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Know("Grace Hopper", p => p with { Roles = [new("family")] });
        var alan = await house.Know("Alan Turing", p => p with { Roles = [new("Familie")] });
        await house.Know("Katherine Johnson");

        foreach (var language in new[] { "en", "de" })
        {
            await Speak(house, language);
            foreach (var typed in new[] { "family", "Familie" }) Assert.Equal(["Alan Turing", "Grace Hopper"], (await Names(house, "--role", typed)).Order());
        }
        var given = (await house.Type("people", "edit", "--everybody", "--add-role", "family", "--json")).Fine().Json;

        Assert.Equal(1, given.GetProperty("people").GetInt32());
        Assert.Equal(["Familie"], (await house.Again().DetailsOf(alan, TestContext.Current.CancellationToken)).Roles.Select(r => r.Name));
    }

    private static Task<int> Speak(TestHouse house, string language) => house.Store.Spaces.ExecuteUpdateAsync(set => set.SetProperty(s => s.Locale, language), TestContext.Current.CancellationToken);

    private static async Task<List<string?>> Names(TestHouse house, params string[] options) =>
        [.. (await house.Type(["people", .. options, "--json"])).Fine().Json.EnumerateArray().Select(p => p.GetProperty("name").GetString())];
}
