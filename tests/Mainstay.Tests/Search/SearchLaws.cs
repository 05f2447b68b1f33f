using FsCheck;
using FsCheck.Fluent;
using Mainstay.Algorithms.Text;
using Mainstay.People;
using Mainstay.Search;

namespace Mainstay.Tests.Search;

public class SearchLaws
{
    private static readonly string[] Syllables = [.. "ba ke li mo nu ra sé ti vo zu ада ков ле мир ня αλ βε γω محم عبد سل".Split(' ')];

    private static readonly Gen<string> Word = Gen.Elements(Syllables).ArrayOf(3).Select(string.Concat);

    private static readonly Gen<PersonDetails> Anybody =
        from name in Word.ArrayOf(2)
        from note in Word.ArrayOf(6)
        from label in Gen.Elements(Syllables)
        select new PersonDetails { Name = string.Join(' ', name), Notes = string.Join(' ', note), Labels = [label] };

    private static readonly Gen<PersonDetails[]> Crowd = Anybody.ArrayOf(60);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task Everybody_is_found_by_name_by_beginnings_and_with_one_letter_changed(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var people = await Settle(house, Crowd.Sample(1).Single());

        foreach (var (id, name) in people)
        {
            await AssertFinds(house, id, name);
            foreach (var word in name.Split(' ')) await AssertFinds(house, id, Folding.Fold(word)[..3]);
            for (var at = 0; at < name.Length; at += 2)
                if (name[at] != ' ') await AssertFindsOrIsExact(house, id, string.Concat(name.AsSpan(0, at), "x", name.AsSpan(at + 1)));
        }
    }

    /// <summary>The same people on both databases, and the same answers in the same order.</summary>
    [Fact]
    public async Task Both_databases_give_the_same_answers_in_the_same_order()
    {
        Assert.SkipWhen(Databases.Postgres is null, "MAINSTAY_TEST_POSTGRES is not set: run bin/test, which starts a PostgreSQL.");
        var crowd = Crowd.Sample(1).Single();
        await using var sqlite = await TestHouse.Build(Engine.Sqlite);
        await using var postgres = await TestHouse.Build(Engine.Postgres);
        var ids = crowd.Select((_, i) => Guid.CreateVersion7(new DateTimeOffset(2026, 5, 1, 0, 0, i % 60, TimeSpan.Zero))).ToArray();
        await Settle(sqlite, crowd, ids);
        await Settle(postgres, crowd, ids);
        var queries = crowd.SelectMany(p => (string[])[p.Name, p.Notes!.Split(' ')[0], p.Labels[0], p.Name[..2], p.Name[1..], p.Name.Split(' ')[0] + " " + p.Labels[0]]).Concat(["zzz", "x ba", "b", "a"]).Distinct();

        foreach (var query in queries)
        {
            var (one, other) = (await sqlite.Store.Search(new SearchQuery(query) { Take = 100 }, Stop), await postgres.Store.Search(new SearchQuery(query) { Take = 100 }, Stop));
            Assert.Equal((query, one.Total, one.IsGuess), (query, other.Total, other.IsGuess));
            Assert.Equal(one.Hits.Select(Line), other.Hits.Select(Line));
        }
    }

    private static string Line(SearchHit hit) => $"{hit.PersonId} {hit.Score:R} {string.Join(',', hit.Fields)} {hit.Snippet?.Field} {hit.Snippet?.Text} {string.Join(',', hit.Snippet?.Marks ?? [])}";

    private static async Task<List<(Guid Id, string Name)>> Settle(TestHouse house, PersonDetails[] crowd, Guid[]? ids = null)
    {
        var rows = crowd.Select((p, i) => PersonRows.Of(p, new(2026, 5, 1, 0, 0, 0, DateTimeKind.Utc), ids?[i])).ToList();
        await using var writing = await house.Store.Database.BeginTransactionAsync(Stop);
        await house.Store.AddPeople(rows, Stop);
        await writing.CommitAsync(Stop);
        return rows.ConvertAll(r => (r.Person.Id, r.Person.Name));
    }

    private static async Task AssertFinds(TestHouse house, Guid id, string query) =>
        Assert.True((await house.Store.ScoresOf(query, Stop)).Scores.ContainsKey(id), $"“{query}” does not find {id}.");

    /// <summary>What was mistyped may happen to be what somebody else is called.</summary>
    private static async Task AssertFindsOrIsExact(TestHouse house, Guid id, string query)
    {
        if ((await house.Store.Search(query, Stop)).IsGuess) await AssertFinds(house, id, query);
        else Assert.True((await house.Store.ScoresOf(query, Stop)).Scores.Count > 0, $"“{query}” finds nobody.");
    }
}
