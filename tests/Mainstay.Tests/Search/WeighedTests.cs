using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Sample;
using Mainstay.Search;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Tests.Search;

public class WeighedTests
{
    private static readonly string[] Words = ["pricing", "clinic", "hiring", "contract", "travel", "roadmap", "budget", "prices", "clinics", "hire", "garden", "taxes"];

    private static readonly Dictionary<string, double> Weights = new() { ["topic"] = 3, ["title"] = 2, ["organization"] = 2, ["role"] = 2, ["label"] = 2, ["notes"] = 1, ["field"] = 1, ["met"] = 1, ["touch"] = 1 };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1, 1)]
    [InlineData(7, 60)]
    [InlineData(500, 60)]
    [InlineData(2_000, 5)]
    public void The_highest_are_the_first_of_all_put_in_order(int people, int most)
    {
        var chance = new Random(people);
        var weights = new double[32];
        (weights[3], weights[6]) = (2, .5);
        var (weighing, scores) = (new Weighing(people, people, weights), new double[people]);
        for (var w = 0; w < 3; w++)
        {
            var having = Enumerable.Range(0, people).Where(_ => chance.Next(3) > 0).ToList();
            var postings = having.SelectMany(n => (Posting[])[new(Postings.Key(n, 3), (byte)(16 * chance.Next(1, 3))), new(Postings.Key(n, 6), 16), new(Postings.Key(n, 9), 200)]).ToArray();
            var word = new AskedWord($"word{w}", []);
            word.Answering.Add(new(word.Text, 1, Postings.Merge([], postings)));
            weighing.Add(word);
            foreach (var n in having)
            {
                var frequency = postings.Where(p => Postings.Number(p.Key) == n).Sum(p => weights[Postings.Field(p.Key)] * p.Frequency / Terms.Once);
                scores[n] += Algorithms.Text.Bm25.Default.Score(Algorithms.Text.Bm25.Rarity(people, having.Count), frequency);
            }
        }
        double Worth(int number, double score) => Math.Round(score, 1) * (1 + number % 3); // many of one worth

        var highest = new Weighed([], weighing, 0).Highest(most, p => Worth(p.Number, p.Score)).Select(p => (p.Number, p.Score));

        var all = Enumerable.Range(0, people).Where(n => scores[n] > 0).ToList();
        Assert.Equal(all.OrderByDescending(n => Worth(n, scores[n])).ThenBy(n => n).Take(most).Select(n => (n, scores[n])), highest);
        Assert.Equal(all.Count, weighing.Count);
    }

    /// <summary>Few are looked at one by one and many at once; whichever way, the quotes are those that are found when every text is read.</summary>
    [Theory]
    [InlineData(Engine.Sqlite, false)]
    [InlineData(Engine.Sqlite, true)]
    [InlineData(Engine.Postgres, false)]
    [InlineData(Engine.Postgres, true)]
    public async Task What_is_quoted_does_not_depend_on_how_much_was_read(Engine engine, bool ofSample)
    {
        if (engine == Engine.Postgres && Databases.Postgres is null) Assert.Skip("MAINSTAY_TEST_POSTGRES is not set: run bin/test, which starts a PostgreSQL.");
        await using var house = await TestHouse.Build(engine);
        if (ofSample) await house.Store.FillWithSample(house.Today, house.Clock, Stop);
        else await Fill(house, 40);
        var store = house.Again();
        foreach (var question in (string[])["pricing", "Who helps with the contract of a clinic and with hiring?", "budgets and roadmaps", "tax law"])
        {
            var found = await store.Weigh(question, Weights, Stop);
            var people = await store.Set<SearchPerson>().ToDictionaryAsync(p => p.Number, p => p.Id, Stop);
            foreach (var most in (int[])[4, 30])
            {
                var wanted = found.Highest(most, p => p.Score).ToDictionary(p => people[p.Number]);

                var quoted = await store.Quote(found, wanted, Weights, Stop);

                var all = new FieldQuotes(found, wanted);
                foreach (var source in store.Follower<SearchFollower>()!.Sources)
                    await foreach (var text in source.TextsOf(store, wanted.Keys, Stop)) all.Consider(text);
                Assert.Equal(Spelled(all.InOrder(Weights)), Spelled(quoted));
                Assert.Equal(found.Count > 0, quoted.Count > 0);
            }
        }
    }

    [Theory, OnBoth]
    public async Task Of_each_the_same_touches_are_read_one_by_one_and_at_once(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var people = new List<Guid>();
        for (var i = 0; i < 12; i++) people.Add(await house.Add($"Person {i}"));
        var touches = Enumerable.Range(0, 400).Select(i => new NewTouch { People = [people[i * i % 12]], On = house.Today.AddDays(-i % 50), Kind = TouchKind.Call, Note = i % 3 == 0 ? null : $"note {i}" });
        await using (var writing = await house.Store.WriteAlone(Stop))
        {
            await house.Store.RecordMany(touches, house.Today, house.Clock, Stop);
            await writing.CommitAsync(Stop);
        }
        ISearchSource source = house.Store.Follower<SearchFollower>()!.Sources.OfType<TouchesSearchSource>().Single();

        foreach (var (skip, take) in ((int, int)[])[(0, 5), (5, 20), (25, 1_000)])
        {
            var (part, one) = (new QuotedPart(uint.MaxValue, skip, take), new List<SearchText>());
            foreach (var person in people) one.AddRange(await source.PartOf(house.Store, [person], part, Stop).ToListAsync(Stop));
            var atOnce = await source.PartOf(house.Store, people, part, Stop).ToListAsync(Stop);

            Assert.NotEmpty(one);
            Assert.Equal(one.OrderBy(t => t.Person), atOnce.OrderBy(t => t.Person));
        }
    }

    private static async Task Fill(TestHouse house, int people)
    {
        var chance = new Random(7);
        string Some(int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ => Words[chance.Next(Words.Length)]));
        for (var i = 0; i < people; i++)
        {
            var person = await house.Add(new PersonDetails
            {
                Name = $"Person {Some(1)} {i}",
                Topics = chance.Next(2) == 0 ? [.. Some(2).Split(' ').Distinct()] : [],
                Labels = chance.Next(3) == 0 ? [Some(1)] : [],
                Roles = chance.Next(3) == 0 ? [new(Some(1))] : [],
                Fields = chance.Next(3) == 0 ? [new(Some(3), "sport")] : [],
                Notes = chance.Next(2) == 0 ? Some(12) : null,
                HowMet = chance.Next(3) == 0 ? Some(4) : null,
                Emails = [new($"{Some(1)}{i}@example.org", null)],
            });
            for (var t = chance.Next(8); t > 0; t--)
                await house.Store.Record(new() { People = [person], On = house.Today.AddDays(-chance.Next(60)), Kind = TouchKind.Call, Note = chance.Next(4) == 0 ? null : Some(6) }, house.Today, house.Clock, Stop);
        }
    }

    private static IEnumerable<string> Spelled(IReadOnlyDictionary<Guid, IReadOnlyList<Snippet>> quotes) =>
        quotes.OrderBy(q => q.Key).SelectMany(q => q.Value.Select(s => $"{q.Key} {s.Field} {s.Text} {string.Join(',', s.Marks)}"));
}
