using Mainstay.Algorithms.Series;
using Mainstay.Rhythm;

namespace Mainstay.Tests.Rhythm;

public class RefitActionsTests
{
    private static readonly DateOnly Start = new(2024, 1, 1);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task Learns_from_the_owners_touches_at_most_monthly(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await Steady(house, 30);

        Assert.True(await house.Again().Refit(new(2026, 6, 15), Stop));
        var tempo = (await house.Again().TempoOf(Stop))!;
        Assert.Equal(new DateOnly(2026, 6, 15), tempo.FittedOn);
        Assert.NotNull(tempo.R);
        Assert.True(tempo.InterceptShift < 0); // nobody came within the last 30 days

        Assert.False(await house.Again().Refit(new(2026, 7, 14), Stop));
        Assert.True(await house.Again().Refit(new(2026, 7, 15), Stop));
    }

    [Theory, OnBoth]
    public async Task Keeps_the_defaults_while_there_is_too_little_to_learn_from(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await Steady(house, 11);

        var tempo = (await house.Again().TempoOf(Stop))!;

        Assert.Equal((null, 0.0), (tempo.R, tempo.InterceptShift));
        Assert.Same(MbgNbd.Default, Estimates.ModelOf(tempo).Mechanism);
        Assert.Equal(ContactForecast.Default, Estimates.ModelOf(null));
    }

    [Theory, OnBoth]
    public async Task Estimates_use_what_was_learned(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var people = await Steady(house, 30);
        var tempo = (await house.Again().TempoOf(Stop))!;
        var fitted = new MbgNbd(tempo.R!.Value, tempo.Alpha!.Value, tempo.A!.Value, tempo.B!.Value);

        var tie = await house.Again().TieOf(people[0], new(2026, 12, 1), Stop);

        var days = Enumerable.Range(0, 40).Select(i => new Contact(Start.AddDays(21 * i), TouchKind.Call, Direction.Both, 2));
        Assert.Equal(Aliveness.Of(tie.Tie, Strength.Days(days), fitted, new(2026, 12, 1)).Exact, tie.Aliveness.Exact, 12);
        Assert.NotEqual(Aliveness.Of(tie.Tie, Strength.Days(days), MbgNbd.Default, new(2026, 12, 1)).Exact, tie.Aliveness.Exact, 3);
    }

    [Fact]
    public void A_fit_that_foretells_worse_is_not_taken()
    {
        // Everybody came weekly for a year; then, within the judged days, nobody ever again.
        var ties = Enumerable.Range(0, 30).Select(i => Days(52, 7, i)).ToList();
        var today = Start.AddDays(51 * 7 + 29 + 91);
        var pessimist = new MbgNbd(1, 1, 5, 1);

        Assert.Null(Fitting.Fit(ties, pessimist, today, Stop));
        Assert.NotNull(Fitting.Fit([.. Enumerable.Range(0, 30).Select(i => Days(70, 7, i))], pessimist, today, Stop));
    }

    [Fact]
    public void The_intercept_is_learned_from_thirty_outcomes_on()
    {
        var today = Start.AddDays(400);

        Assert.Null(Fitting.InterceptShift([.. Enumerable.Range(0, 29).Select(i => Days(3, 7, i))], today));
        Assert.True(Fitting.InterceptShift([.. Enumerable.Range(0, 40).Select(i => Days(57, 7, i % 3))], today) > 0);
        Assert.True(Fitting.InterceptShift([.. Enumerable.Range(0, 40).Select(i => Days(52, 7, i % 3))], today) < 0);
    }

    private static ContactDay[] Days(int times, int every, int shift) =>
        Strength.Days(Enumerable.Range(0, times).Select(i => new Contact(Start.AddDays(every * i + shift), TouchKind.Call, Direction.Both, 2)));

    /// <summary>So many people with whom Ada speaks every three weeks, until the middle of April 2026.</summary>
    private static async Task<Guid[]> Steady(TestHouse house, int count)
    {
        var people = new Guid[count];
        for (var i = 0; i < count; i++) people[i] = await house.Know($"Person {i}");
        await house.Store.RecordMany(people.SelectMany((p, i) => Enumerable.Range(0, 40).Select(n => new NewTouch { People = [p], On = Start.AddDays(21 * n), Kind = TouchKind.Call })), house.Today, house.Clock, Stop);
        return people;
    }
}
