using Mainstay.Organizations;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Search;
using Mainstay.Storage;
using Mainstay.Words;

namespace Mainstay.Tests.Search;

public class SearchQueriesTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task Finds_people_in_any_script_without_case_and_accents(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        string[] names = ["Zoë Müller-Straße", "Łukasz Żółć", "Ørsted Åse", "Анна Ковалёва", "田中太郎", "김민준", "สมชาย ใจดี", "محمد الأحمد", "Δέσποινα Παπαδοπούλου", "נועה כהן", "प्रिया शर्मा", "O'Brien Siobhán"];
        foreach (var name in names) await house.Add(name);

        var asked = new (string Query, string Name)[]
        {
            ("zoe", names[0]), ("MULLER", names[0]), ("strasse", names[0]), ("lukasz zolc", names[1]), ("orsted", names[2]), ("ase", names[2]), ("ковалева анна", names[3]), ("КОВ", names[3]),
            ("田中", names[4]), ("太郎", names[4]), ("郎", names[4]), ("민준", names[5]), ("김", names[5]), ("สมชาย", names[6]), ("ใจดี", names[6]),
            ("الاحمد", names[7]), ("محمد", names[7]), ("παπαδ", names[8]), ("δεσποινα", names[8]), ("כהן", names[9]), ("शर्मा", names[10]), ("brien", names[11]), ("obrien siobhan", names[11]),
        };

        foreach (var (query, name) in asked)
            Assert.Equal((query, name), (query, string.Join('|', (await house.Store.Search(query, Stop)).Hits.Select(h => h.Name))));
    }

    [Theory, OnBoth]
    public async Task Finds_by_everything_that_was_written(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Add("Katherine Johnson");
        var grace = await house.Add(new PersonDetails
        {
            Name = "Grace Hopper",
            Nickname = "Amazing",
            PhoneticFamilyName = "ホッパー",
            MiddleNames = "Brewster",
            Notes = "Invented the **compiler**, and keeps a moth.",
            HowMet = "At a congress on valves",
            MetWhere = "Harvard",
            MetThroughName = "Howard Aiken",
            Emails = [new("grace.hopper@navy.example", "work")],
            Phones = [new("+1 (703) 555-0142")],
            Links = [new("https://people.example/hopper")],
            Labels = ["Wavemaker"],
            Topics = ["Programming languages"],
            Roles = [new("mentor")],
            Addresses = [new("home", "Nanosecond Street 11", "Arlington", "22201", "USA")],
            Relations = [new("colleague", "Jean Bartik")],
            Fields = [new("Cobol", "favourite language")],
        });
        await house.Store.SetAffiliations(grace, [new("Eckert–Mauchly", "Senior mathematician", "Research", null, null)], house.Clock, Stop);
        await house.Store.Record(new() { People = [grace], On = new(2026, 4, 20), Kind = TouchKind.Meeting, Note = "Talked about subroutines over a quiche" }, house.Today, house.Clock, Stop);
        await house.Store.Promise(new() { Text = "Send her the flowmatic manual", PersonId = grace }, house.Clock, Stop);

        var asked = new (string Query, string Field)[]
        {
            ("hopper", "name"), ("brewster", "name"), ("amaz", "nickname"), ("ほっぱー", "phonetic"), ("compiler", "notes"), ("valves", "met"), ("harvard", "met"), ("aiken", "met"),
            ("grace.hopper@na", "email"), ("hopper@navy", "email"), ("navy", "email"), ("0142", "phone"), ("17035550142", "phone"), ("people.example", "link"), ("wavemaker", "label"),
            ("programming", "topic"), ("mentor", "role"), ("arlington", "place"), ("22201", "place"), ("bartik", "relation"), ("cobol", "field"), ("favourite", "field"), ("mauchly", "organization"),
            ("mathematician", "title"), ("research", "title"), ("quiche", "touch"), ("flowmatic", "task"), ("quiche compiler mauchly", "organization"),
        };

        foreach (var (query, field) in asked)
        {
            var hit = Assert.Single((await house.Store.Search(query, Stop)).Hits);
            Assert.Equal((query, grace), (query, hit.PersonId));
            Assert.Equal((query, true), (query, hit.Fields.Contains(field)));
            Assert.Contains(hit.Snippet!.Field, hit.Fields);
            Assert.NotEmpty(hit.Snippet.Marks);
        }
    }

    [Theory, OnBoth]
    public async Task A_known_role_or_relation_is_found_by_its_word_in_every_language(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Add(new PersonDetails { Name = "Grace Hopper", Roles = [new("family")], Relations = [new("sibling", "Roger Murray")] });
        await house.Add(new PersonDetails { Name = "Alan Turing", Roles = [new("Familie")] });
        await house.Add(new PersonDetails { Name = "Katherine Johnson", Roles = [new("Skipper")] });

        Assert.Equal(["Alan Turing", "Grace Hopper"], (await house.Names("Familie")).Order());
        Assert.Equal(["Alan Turing", "Grace Hopper"], (await house.Names("family")).Order());
        Assert.Equal(["Grace Hopper"], await house.Names("Geschwister"));
        Assert.Equal(["Grace Hopper"], await house.Names("sibling Roger"));
    }

    [Theory, OnBoth]
    public async Task Ranks_the_very_name_before_its_beginning_before_other_fields(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Add(new PersonDetails { Name = "Zelda", Notes = "Knows Ada." });
        await house.Add("Adamine Smith");
        await house.Add("Lovelace Ada");
        await house.Add("Ada");
        await house.Add(new PersonDetails { Name = "Emily", Topics = ["Ada"] });
        await house.Add("Ada Lovelace");

        Assert.Equal(["Ada", "Ada Lovelace", "Adamine Smith", "Lovelace Ada", "Emily", "Zelda"], await house.Names("ada"));
        Assert.Equal(["Ada Lovelace", "Lovelace Ada"], await house.Names("Ada Lovelace"));
        Assert.Equal(["Ada Lovelace", "Lovelace Ada"], await house.Names("ada lo"));
    }

    [Theory, OnBoth]
    public async Task Forgives_typing_mistakes_only_when_nobody_has_the_words(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Add("Katherine Johnson");
        await house.Add("Catherine Deneuve");
        await house.Add("Alan Turing");

        Assert.Equal(["Katherine Johnson"], await house.Names("katherine"));
        var guess = await house.Store.Search("Kathrine", Stop);
        Assert.True(guess.IsGuess);
        Assert.Equal(["Katherine Johnson", "Catherine Deneuve"], guess.Hits.Select(h => h.Name));
        Assert.Equal(["Alan Turing"], await house.Names("alna turign"));
        Assert.Equal(["Katherine Johnson"], await house.Names("johnsen katherine"));
        Assert.Equal([], await house.Names("zzzzzz"));
        Assert.False((await house.Store.Search("zzzzzz", Stop)).IsGuess);
    }

    [Theory, OnBoth]
    public async Task Settles_for_some_of_the_words_when_nobody_has_all(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Add("Ada Lovelace");
        await house.Add("Alan Turing");

        var answer = await house.Store.Search("ada lovelace xylophone", Stop);

        Assert.True(answer.IsGuess);
        Assert.Equal(["Ada Lovelace"], answer.Hits.Select(h => h.Name));
    }

    [Theory, OnBoth]
    public async Task Bob_finds_nothing_of_Adas(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Add(new PersonDetails { Name = "Katherine Johnson", Notes = "Orbital mechanics" });
        var bob = await house.Bob();

        foreach (var query in (string[])["Katherine", "Kathrine", "kat", "orbital", "orbitel", "田中"])
            Assert.Equal((query, 0), (query, (await bob.Search(query, Stop)).Total));
        Assert.Empty((await bob.ScoresOf("Katherine", Stop)).Scores);
    }

    [Theory, OnBoth]
    public async Task Bob_and_Ada_may_know_the_same_words(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var bob = await house.Bob();
        await bob.AddPerson(new() { Name = "Katherine of Bob" }, house.Clock, Stop);
        await house.Add("Katherine of Ada");

        Assert.Equal(["Katherine of Ada"], await house.Names("Katherine"));
        Assert.Equal(["Katherine of Bob"], (await bob.Search("Katherine", Stop)).Hits.Select(h => h.Name));
        await bob.RebuildIndex(Stop);
        Assert.Equal(["Katherine of Ada"], await house.Names("Kathrine"));
    }

    [Theory, OnBoth]
    public async Task Gives_the_answer_in_parts_that_fit_together(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        foreach (var i in Enumerable.Range(0, 25)) await house.Add(new PersonDetails { Name = $"Person {(char)('Z' - i)}", Labels = i % 2 == 0 ? ["alpha"] : ["alpha beta"] });
        var all = await house.Store.Search(new SearchQuery("alpha") { Take = 100 }, Stop);

        var parts = new List<Guid>();
        for (var skip = 0; skip < 25; skip += 4) parts.AddRange((await house.Store.Search(new SearchQuery("alpha") { Skip = skip, Take = 4 }, Stop)).Hits.Select(h => h.PersonId));

        Assert.Equal(25, all.Total);
        Assert.Equal(all.Hits.Select(h => h.PersonId), parts);
        Assert.Equal("Person B", all.Hits[0].Name);
    }

    [Theory, OnBoth]
    public async Task Finds_the_same_people_when_no_quotes_are_asked_for(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Add(new PersonDetails { Name = "Grace", Notes = "Charge for the second seat" });
        await house.Add(new PersonDetails { Name = "Alan", Labels = ["seat"] });
        var quoted = await house.Store.Search(new SearchQuery("seat"), Stop);

        var bare = await house.Store.Search(new SearchQuery("seat") { WithSnippets = false }, Stop);

        Assert.Equal(2, quoted.Hits.Count(h => h.Snippet is not null));
        Assert.Equal(quoted.Hits.Select(h => (h.PersonId, h.Score)), bare.Hits.Select(h => (h.PersonId, h.Score)));
        Assert.All(bare.Hits, h => Assert.Null(h.Snippet));
    }

    [Theory, OnBoth]
    public async Task Sorts_by_name_those_of_one_score_however_many(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var rows = Enumerable.Range(0, 1_100).Select(i => PersonRows.Of(new() { Name = $"Somebody {(char)('A' + i % 26)}{i:0000}", Labels = ["crowd"] }, new(2026, 5, 1, 0, 0, 0, DateTimeKind.Utc))).ToList();
        await house.Add(new PersonDetails { Name = "Crowd Pleaser" });
        await using (var writing = await house.Store.WriteAlone(Stop))
        {
            await house.Store.AddPeople(rows, Stop);
            await writing.CommitAsync(Stop);
        }
        var expected = rows.Select(r => r.Person.Name).Order(StringComparer.Ordinal).Prepend("Crowd Pleaser").ToList();

        foreach (var skip in (int[])[0, 7, 1_095])
        {
            var answer = await house.Store.Search(new SearchQuery("crowd") { Skip = skip, Take = 10 }, Stop);
            Assert.Equal(expected.Skip(skip).Take(10), answer.Hits.Select(h => h.Name));
            Assert.Equal(1_101, answer.Total);
        }
    }

    [Fact]
    public async Task Every_field_has_a_code_of_its_own_and_a_name_in_words()
    {
        await using var house = await TestHouse.Build(Engine.Sqlite);

        var fields = SearchQueries.FieldsOf(house.Store);

        Assert.Equal(fields.Count, fields.DistinctBy(f => f.Code).Count());
        Assert.All(fields, f => Assert.InRange(f.Code, 0, 31));
        Assert.All(fields, f => Assert.NotEmpty(Speech.Say("Search." + f.Name)));
    }

    [Theory, OnBoth]
    public async Task Looks_only_among_those_it_is_told_to(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var ada = await house.Add("Ada Lovelace");
        var other = await house.Add("Ada Yonath");

        var among = await house.Store.Search(new SearchQuery("ada") { Among = [other] }, Stop);

        Assert.Equal([other], among.Hits.Select(h => h.PersonId));
        Assert.Equal(1, among.Total);
        Assert.Equal(0, (await house.Store.Search(new SearchQuery("ada") { Among = [] }, Stop)).Total);
        Assert.Equal(new HashSet<Guid> { ada, other }, (await house.Store.ScoresOf("ada", Stop)).Scores.Keys.ToHashSet());
    }

    [Theory, OnBoth]
    public async Task Stays_calm_whatever_is_typed(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Add("Ada Lovelace");
        string[] hostile =
        [
            "", " ", "\0", "\"", "'", "--;", "*", "a*", "ada AND lovelace", "NEAR(ada, 2)", "ada OR", "-ada", "\"ada", "ada:lovelace", "(((", "%", "_", "\\", "\ud800", "ada\udc00", "\ud800\ud800 lovelace",
            "ada\0lovelace", "=ada", "=", new('a', 10_000), new('%', 10_000), string.Concat(Enumerable.Repeat("田", 10_000)), string.Join(' ', Enumerable.Range(0, 1_000)), string.Concat(Enumerable.Repeat("a\u0301", 5_000)),
            string.Concat(Enumerable.Repeat("a@", 5_000)), "\U0010FFFF", "😀", "'; DROP TABLE \"SearchTerm\"; --",
        ];

        foreach (var query in hostile) _ = await house.Store.Search(query, Stop);

        Assert.Equal(["Ada Lovelace"], await house.Names("ada*"));
        Assert.Equal(["Ada Lovelace"], await house.Names("\"ada\" -lovelace"));
        Assert.Equal(["Ada Lovelace"], await house.Names("ada\0lovelace"));
        Assert.Equal(["Ada Lovelace"], await house.Names("=ada"));
    }
}
