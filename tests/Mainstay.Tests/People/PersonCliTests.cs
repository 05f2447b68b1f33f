using System.Text.Json;
using Mainstay.Accounts;
using Mainstay.People;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Tests.People;

public class PersonCliTests
{
    private static readonly string[] Grace =
    [
        "person", "add", "Grace", "Hopper", "--family-name", "Hopper", "--email", "work=grace@navy.example", "--email", "grace@example.org", "--phone", "mobile=+1 202 555 0100",
        "--organization", "US Navy", "--title", "Rear admiral", "--role", "mentor=2024-03-01", "--label", "navy", "--label", "cobol", "--topic", "compilers",
        "--birthday", "--12-09", "--date", "anniversary=1930-06-15", "--met-on", "2024-03", "--met-where", "Lisbon", "--met-through", "Howard Aiken", "--how-met", "She gave us nanoseconds",
        "--note", "**Charge**", "--pronouns", "she/her", "--time-zone", "America/New_York", "--language", "English", "--link", "blog=https://example.org/?a=b", "--field", "Ship=USS Hopper",
        "--relation", "spouse=Vincent Hopper", "--nickname", "Amazing",
    ];

    [Theory, OnBoth]
    public async Task Adds_a_person_with_everything_and_shows_it_as_json(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        (await house.Type("person", "add", "Howard", "Aiken")).Fine();
        (await house.Type(Grace)).Fine();

        var grace = (await house.Type("person", "grace", "--json")).Fine().Json;

        Assert.Equal("Grace Hopper", grace.GetProperty("name").GetString());
        Assert.Equal("US Navy", grace.GetProperty("organization").GetString());
        Assert.Equal("""["mentor"]""", Line(grace, "roles"));
        Assert.Equal("""[{"value":"grace@navy.example","label":"work"},{"value":"grace@example.org","label":null}]""", Line(grace, "emails"));
        Assert.Equal("""[{"value":"+1 202 555 0100","label":"mobile"}]""", Line(grace, "phones"));
        Assert.Equal("""[{"kind":"anniversary","value":"1930-06-15"},{"kind":"birthday","value":"--12-09"}]""", Line(grace, "dates"));
        Assert.Equal("""[{"value":"https://example.org/?a=b","label":"blog"}]""", Line(grace, "links"));
        Assert.Equal("""[{"organization":"US Navy","title":"Rear admiral","department":null,"since":null,"until":null}]""", Line(grace, "affiliations"));
        Assert.Equal("""[{"name":"Ship","value":"USS Hopper"}]""", Line(grace, "fields"));
        Assert.Equal("**Charge**", grace.GetProperty("notes").GetString());
        Assert.Equal("Howard Aiken", grace.GetProperty("metThrough").GetProperty("name").GetString());
        Assert.NotEqual(JsonValueKind.Null, grace.GetProperty("metThrough").GetProperty("id").ValueKind);
        foreach (var unknown in new[] { "layer", "strength", "aliveness", "lastTouch", "due" }) Assert.True(grace.TryGetProperty(unknown, out _), unknown);
    }

    [Theory, OnBoth]
    public async Task The_letter_reads_as_one(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        (await house.Type(Grace)).Fine();
        (await house.Type("touch", "amazing", "--by", "call", "--on", "2026-04-20", "--note", "Nanoseconds")).Fine();

        var letter = (await house.Type("person", "amazing")).Fine().Out;

        Assert.Contains("You met in March 2024 (Lisbon) through Howard Aiken.", letter, StringComparison.Ordinal);
        Assert.Contains("mentor · Rear admiral, US Navy · “Amazing” · she/her · it is 8:00 there", letter, StringComparison.Ordinal);
        Assert.Contains("grace@navy.example (work)", letter, StringComparison.Ordinal);
        Assert.Contains("Birthday: 9 December", letter, StringComparison.Ordinal);
        Assert.Contains("spouse: Vincent Hopper", letter, StringComparison.Ordinal);
        Assert.Contains("20 April 2026: Call. Nanoseconds", letter, StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task Editing_sets_what_is_named_and_keeps_the_rest(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        (await house.Type(Grace)).Fine();

        (await house.Type("person", "edit", "grace", "--rename", "Grace Murray Hopper", "--remove-label", "COBOL", "--email", "home=grace@example.org", "--remove-phone", "+12025550100",
            "--title", "Admiral", "--nickname", "", "--birthday", "1906-12-09", "--remove-date", "anniversary")).Fine();
        var grace = (await house.Type("person", "Grace Murray Hopper", "--json")).Fine().Json;

        Assert.Equal("""["navy"]""", Line(grace, "labels"));
        Assert.Equal("""[{"value":"grace@navy.example","label":"work"},{"value":"grace@example.org","label":"home"}]""", Line(grace, "emails"));
        Assert.Equal("[]", Line(grace, "phones"));
        Assert.Equal("""[{"kind":"birthday","value":"1906-12-09"}]""", Line(grace, "dates"));
        Assert.Equal("""[{"organization":"US Navy","title":"Admiral","department":null,"since":null,"until":null}]""", Line(grace, "affiliations"));
        Assert.Equal("null", Line(grace, "nickname"));
        Assert.Equal("\"**Charge**\"", Line(grace, "notes"));
        Assert.Equal("\"2024-03\"", Line(grace, "metOn"));
    }

    [Theory, OnBoth]
    public async Task Addresses_and_chats_are_added_replaced_and_taken_away(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        (await house.Type("person", "add", "Grace", "Hopper", "--chat", "signal=grace.01", "--chat", "amazing", "--address", "home=street=1 Harbour St; street=Floor 2; extended=c/o Navy; po-box=12; postal-code=22201; city=Arlington; region=VA; country=USA", "--address", "street=7 Pier; city=Newport", "--address", "9 Quay")).Fine();

        var added = (await house.Type("person", "grace", "--json")).Fine().Json;
        (await house.Type("person", "edit", "grace", "--address", "Home=2 Harbour St; city=Arlington", "--remove-address", "7 pier", "--remove-chat", "Amazing", "--chat", "work=grace.01")).Fine();
        var edited = (await house.Type("person", "grace", "--json")).Fine().Json;
        var letter = (await house.Type("person", "grace")).Fine().Out;

        Assert.Equal("""[{"value":"grace.01","label":"signal"},{"value":"amazing","label":null}]""", Line(added, "chats"));
        Assert.Equal("""[{"label":"home","street":"1 Harbour St\nFloor 2","city":"Arlington","postalCode":"22201","country":"USA","poBox":"12","extended":"c/o Navy","region":"VA"},{"label":null,"street":"7 Pier","city":"Newport","postalCode":null,"country":null,"poBox":null,"extended":null,"region":null},{"label":null,"street":"9 Quay","city":null,"postalCode":null,"country":null,"poBox":null,"extended":null,"region":null}]""", Line(added, "addresses"));
        Assert.Equal("""[{"value":"grace.01","label":"signal"},{"value":"grace.01","label":"work"}]""", Line(edited, "chats"));
        Assert.Equal(["2 Harbour St", "9 Quay"], edited.GetProperty("addresses").EnumerateArray().Select(a => a.GetProperty("street").GetString()));
        Assert.Contains("2 Harbour St, Arlington (Home)", letter, StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task The_same_name_in_two_chats_is_kept_twice_and_taken_away_from_one_or_from_all(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        (await house.Type("person", "add", "Grace", "Hopper", "--chat", "signal=grace", "--chat", "telegram=grace", "--chat", "matrix=grace", "--chat", "Signal=Grace")).Fine();

        var added = (await house.Type("person", "grace", "--json")).Fine().Json;
        (await house.Type("person", "edit", "grace", "--remove-chat", "telegram=grace")).Fine();
        var one = (await house.Type("person", "grace", "--json")).Fine().Json;
        (await house.Type("person", "edit", "grace", "--remove-chat", "grace")).Fine();
        var all = (await house.Type("person", "grace", "--json")).Fine().Json;

        Assert.Equal("""[{"value":"Grace","label":"Signal"},{"value":"grace","label":"telegram"},{"value":"grace","label":"matrix"}]""", Line(added, "chats"));
        Assert.Equal("""[{"value":"Grace","label":"Signal"},{"value":"grace","label":"matrix"}]""", Line(one, "chats"));
        Assert.Equal("[]", Line(all, "chats"));
    }

    [Theory, OnBoth]
    public async Task A_street_without_a_name_is_no_label_of_what_follows_it(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        (await house.Type("person", "add", "Grace", "Hopper", "--address", "1 Harbour St; city=Arlington")).Fine();

        Assert.Equal("""[{"label":null,"street":"1 Harbour St","city":"Arlington","postalCode":null,"country":null,"poBox":null,"extended":null,"region":null}]""", Line((await house.Type("person", "grace", "--json")).Fine().Json, "addresses"));
    }

    [Theory, OnBoth]
    public async Task A_label_takes_all_of_its_addresses_away_and_a_street_its_own(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Store.AddPerson(new() { Name = "Grace Hopper", Addresses = [new("home", "1 Harbour St", null, null, null), new("home", "7 Pier", null, null, null), new("home", "9 Quay", null, null, null), new("work", "2 Mall", null, null, null)] }, house.Clock, TestContext.Current.CancellationToken);

        (await house.Type("person", "edit", "grace", "--remove-address", "7 pier")).Fine();
        var street = (await house.Type("person", "grace", "--json")).Fine().Json;
        (await house.Type("person", "edit", "grace", "--remove-address", "Home")).Fine();
        var label = (await house.Type("person", "grace", "--json")).Fine().Json;

        Assert.Equal(["1 Harbour St", "9 Quay", "2 Mall"], street.GetProperty("addresses").EnumerateArray().Select(a => a.GetProperty("street").GetString()));
        Assert.Equal(["2 Mall"], label.GetProperty("addresses").EnumerateArray().Select(a => a.GetProperty("street").GetString()));
    }

    [Theory, OnBoth]
    public async Task An_address_that_is_none_is_said_and_nothing_is_kept(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        (await house.Type("person", "add", "Alan Turing")).Fine();

        var town = await house.Type("person", "edit", "alan", "--chat", "alan", "--address", "home=Gasse 1; town=Köln");
        var empty = await house.Type("person", "edit", "alan", "--address", "home=");

        Assert.Equal((2, "“town” is no part of an address. Write one of street, extended, po-box, postal-code, city, region, country.\n"), (town.Code, town.Error));
        Assert.Equal((2, "“home=” has no address in it.\n"), (empty.Code, empty.Error));
        Assert.Equal("[]", Line((await house.Type("person", "alan", "--json")).Fine().Json, "chats"));
    }

    [Theory, OnBoth]
    public async Task A_place_of_work_says_since_when_and_until_when_and_another_stands_beside_it(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        (await house.Type("person", "add", "Grace", "Hopper", "--organization", "Vassar", "--title", "Professor", "--since", "1931", "--until", "1943-12")).Fine();

        (await house.Type("person", "edit", "grace", "--organization", "US Navy", "--since", "1943-12-07")).Fine();
        (await house.Type("person", "edit", "grace", "--another-organization", "Harvard", "--title", "Fellow", "--since", "1946")).Fine();
        (await house.Type("person", "edit", "grace", "--organization", "vassar", "--since", "")).Fine();
        var both = await house.Type("person", "edit", "grace", "--organization", "US Navy", "--another-organization", "Yale");
        var never = await house.Type("person", "edit", "grace", "--until", "later");

        Assert.Equal("""[{"organization":"US Navy","title":null,"department":null,"since":"1943-12-07","until":null},{"organization":"Vassar","title":"Professor","department":null,"since":null,"until":"1943-12"},{"organization":"Harvard","title":"Fellow","department":null,"since":"1946","until":null}]""", Line((await house.Type("person", "grace", "--json")).Fine().Json, "affiliations"));
        Assert.Equal((2, "One place at a time: say either --organization or --another-organization.\n"), (both.Code, both.Error));
        Assert.Equal((2, "“later” is not a date. Write 2024-03-09, or leave out what you do not know.\n"), (never.Code, never.Error));
    }

    [Theory, OnBoth]
    public async Task A_place_beside_the_others_is_added_once_and_one_that_says_nothing_is_a_mistake(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        (await house.Type("person", "add", "Grace", "Hopper", "--organization", "Vassar")).Fine();

        (await house.Type("person", "edit", "grace", "--another-organization", "Harvard", "--title", "Fellow", "--since", "1946")).Fine();
        (await house.Type("person", "edit", "grace", "--another-organization", "harvard", "--title", "Fellow", "--since", "1946")).Fine();
        (await house.Type("person", "edit", "grace", "--another-organization", "Harvard", "--title", "Guest")).Fine();
        var nowhere = await house.Type("person", "edit", "grace", "--another-organization", "");

        Assert.Equal(["Vassar ", "Harvard Fellow", "Harvard Guest"], (await house.Type("person", "grace", "--json")).Fine().Json.GetProperty("affiliations").EnumerateArray().Select(a => $"{a.GetProperty("organization").GetString()} {a.GetProperty("title").GetString()}"));
        Assert.Equal((2, "Name an organization or a title.\n"), (nowhere.Code, nowhere.Error));
    }

    [Theory, OnBoth]
    public async Task A_mistake_leaves_everything_as_it_was(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        (await house.Type("person", "add", "Alan Turing")).Fine();

        var mistake = await house.Type("person", "edit", "alan", "--title", "Reader", "--birthday", "31.12.");
        var gone = await house.Type("person", "edit", "alan", "--title", "Reader", "--remove-organization", "Bletchley");

        Assert.Equal((2, "“31.12.” is not a date. Write 2024-03-09, or leave out what you do not know.\n"), (mistake.Code, mistake.Error));
        Assert.Equal((1, "“Bletchley” is not on the record, so it cannot be taken away.\n"), (gone.Code, gone.Error));
        Assert.Equal("[]", Line((await house.Type("person", "alan", "--json")).Fine().Json, "affiliations"));
    }

    [Theory, OnBoth]
    public async Task Trash_and_restore(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        (await house.Type("person", "add", "Alan Turing")).Fine();

        (await house.Type("person", "trash", "alan")).Fine();
        Assert.Equal(1, (await house.Type("person", "alan")).Code);
        var trashed = (await house.Type("person", "trashed", "--json")).Fine().Json[0];
        Assert.Equal(("Alan Turing", "2026-05-01", "2026-05-31"), (trashed.GetProperty("name").GetString(), trashed.GetProperty("trashedOn").GetString(), trashed.GetProperty("goneOn").GetString()));
        (await house.Type("person", "restore", "Alan Turing")).Fine();

        (await house.Type("person", "alan")).Fine();
        Assert.Equal(0, (await house.Type("person", "trashed", "--json")).Fine().Json.GetArrayLength());
    }

    [Fact]
    public async Task An_ambiguous_name_lists_the_candidates()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);
        (await house.Type("person", "add", "Alan Turing")).Fine();
        (await house.Type("person", "add", "Alan Kay")).Fine();

        var answer = await house.Type("person", "alan");

        Assert.Equal(1, answer.Code);
        Assert.Equal("", answer.Out);
        Assert.Contains("Alan Kay", answer.Error, StringComparison.Ordinal);
        Assert.Contains("Alan Turing", answer.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("person")]
    [InlineData("person", "add")]
    [InlineData("person", "add", "Ada", "--nonsense")]
    [InlineData("person", "edit", "--rename")]
    [InlineData("nonsense")]
    public async Task Wrong_usage_is_said_with_2(params string[] typed)
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);

        var answer = await house.Type(typed);

        Assert.Equal(2, answer.Code);
        Assert.NotEqual("", answer.Error);
    }

    [Theory, OnBoth]
    public async Task Known_relations_and_labels_are_typed_in_the_owners_language(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Store.Spaces.ExecuteUpdateAsync(set => set.SetProperty(s => s.Locale, "de"), TestContext.Current.CancellationToken);
        (await house.Type("person", "add", "Grace Hopper", "--email", "Arbeit=grace@navy.example", "--phone", "privat Fax=+1 202 555 0100", "--link", "Blog=https://example.org", "--chat", "Arbeit=grace", "--address", "Arbeit=1 Harbour St", "--relation", "verheiratet=Vincent Hopper")).Fine();
        var grace = (await house.Store.People.SingleAsync(TestContext.Current.CancellationToken)).Id;

        var kept = await house.Again().DetailsOf(grace, TestContext.Current.CancellationToken);
        (await house.Type("person", "edit", "Grace", "--remove-chat", "Arbeit=grace", "--remove-address", "Arbeit")).Fine();
        var left = await house.Again().DetailsOf(grace, TestContext.Current.CancellationToken);

        Assert.Equal(["work", "home fax", "Blog", "work"], new[] { kept.Emails[0], kept.Phones[0], kept.Links[0], kept.Chats[0] }.Select(l => l.Label));
        Assert.Equal(("work", "spouse"), (kept.Addresses[0].Label, kept.Relations[0].Kind));
        Assert.Empty(left.Chats);
        Assert.Empty(left.Addresses);
    }

    [Theory, OnBoth]
    public async Task Bobs_people_are_not_shown(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var bob = await house.Bob();
        var secret = await bob.AddPerson(new() { Name = "Bob's friend" }, house.Clock, TestContext.Current.CancellationToken);

        Assert.Equal(1, (await house.Type("person", "Bob's friend")).Code);
        Assert.Equal(1, (await house.Type("person", secret.Id.ToString())).Code);
        Assert.Equal(1, (await house.Type("person", "trash", secret.Id.ToString())).Code);
        Assert.Equal("[]", (await house.Type("people", "--json")).Fine().Out.Trim());
    }

    private static string Line(JsonElement element, string name) => JsonSerializer.Serialize(element.GetProperty(name), Mainstay.Words.Json.OneLine);
}
