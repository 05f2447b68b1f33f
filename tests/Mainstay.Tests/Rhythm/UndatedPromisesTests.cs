using Mainstay.Rhythm;
using Mainstay.Tests.Needs;
using Mainstay.Web;
using Mainstay.Words;
using Microsoft.Extensions.DependencyInjection;

namespace Mainstay.Tests.Rhythm;

/// <summary>A promise without a day is asked about once, two weeks after it was noted, and of all of them at most one a day.</summary>
public class UndatedPromisesTests
{
    private static readonly DateOnly Today = new(2026, 5, 1);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static UndatedPromise Promise(int ago, params DateOnly[] asked) => new(Guid.CreateVersion7(), Today.AddDays(-ago), asked);

    [Theory, InlineData(13, false), InlineData(14, true), InlineData(43, true), InlineData(44, false)]
    public void It_is_asked_about_from_two_weeks_on_as_long_as_nobody_asked(int ago, bool isAsked) =>
        Assert.Equal(isAsked, UndatedPromises.ToAsk([Promise(ago)], false, Today) is not null);

    [Fact]
    public void The_one_that_has_waited_longest_comes_first_and_one_that_was_asked_about_never_again()
    {
        var (asked, longest, other) = (Promise(20, Today.AddDays(-1)), Promise(18), Promise(15));

        Assert.Equal(longest, UndatedPromises.ToAsk([other, asked, longest], false, Today));
        Assert.Null(UndatedPromises.ToAsk([asked], false, Today));
    }

    [Fact]
    public void On_the_day_it_stays_the_one_that_was_asked_about_and_once_that_is_answered_no_other_comes()
    {
        var (todays, longest) = (Promise(15, Today), Promise(18));

        Assert.Equal(todays, UndatedPromises.ToAsk([longest, todays], false, Today));
        Assert.Null(UndatedPromises.ToAsk([longest], true, Today));
    }

    [Theory, OnBoth]
    public async Task Today_asks_about_one_and_not_again(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var ana = await house.Know("Ana Silva");
        await house.Store.Promise(new() { Text = "Introduce Cy", PersonId = ana }, house.Clock, Stop);
        house.Clock.Pass(TimeSpan.FromMinutes(1));
        await house.Store.Promise(new() { Text = "Write it up" }, house.Clock, Stop);
        await house.Store.Promise(new() { Text = "Theirs", PersonId = ana, PromisedToMe = true }, house.Clock, Stop);
        await house.Store.Promise(new() { Text = "Dated", PersonId = ana, DueOn = new(2026, 8, 1) }, house.Clock, Stop);

        house.Clock.MoveTo(new(2026, 5, 14));
        var early = await Cards(house);
        house.Clock.MoveTo(new(2026, 5, 15));
        var (first, same) = (await Cards(house), await Cards(house));
        await house.Again().Finish(first.Single().Subject, house.Today, Stop);
        var answered = await Cards(house);
        house.Clock.MoveTo(new(2026, 5, 16));
        var second = await Cards(house);
        house.Clock.MoveTo(new(2026, 5, 17));
        var never = await Cards(house);

        Assert.Empty(early.Concat(answered).Concat(never));
        Assert.Equal(("You promised Ana Silva: Introduce Cy", "You noted it 2 weeks ago, and set no day."), (first.Single().Sentence.InWords(), first.Single().Reasons.Single().InWords()));
        Assert.Equal(first.Select(c => c.Subject), same.Select(c => c.Subject));
        Assert.Equal("Write it up", second.Single().Sentence.InWords());
        Assert.Empty(await new TaskCard().Worth(await house.Bob(), new(2026, 5, 15), Stop));
    }

    [Theory, OnBoth]
    public async Task It_is_done_let_go_or_on_another_day_in_one_tap(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var ana = await house.Know("Ana Silva");
        foreach (var text in new[] { "One", "Two", "Three" })
        {
            await house.Store.Promise(new() { Text = text, PersonId = ana }, house.Clock, Stop);
            house.Clock.Pass(TimeSpan.FromMinutes(1));
        }
        async Task<Guid> On(DateOnly day)
        {
            house.Clock.MoveTo(day);
            return (await Cards(house)).Single().Subject;
        }

        var one = await On(new(2026, 5, 15));
        await using var site = await TestSite.Open(house);
        var page = await site.Page("/");
        using var gone = await site.Post("/", $"/tasks/{one}/remove");
        var none = await Cards(house);
        var two = await On(new(2026, 5, 16));
        using var later = await site.Post("/", $"/tasks/{two}/later", ("days", "7"));
        var three = await On(new(2026, 5, 17));
        var due = (await house.Type("tasks", "due", three.ToString(), "2026-06-01", "--json")).Fine().Json;
        var undated = (await house.Type("tasks", "due", three.ToString(), "none", "--json")).Fine().Json;

        foreach (var text in new[] { "You noted it 2 weeks ago, and set no day.", "Let it go", "Mark as done" }) Assert.Contains(text, page, StringComparison.Ordinal);
        Assert.Equal("/", gone.Headers.Location!.ToString().Split('?')[0]);
        Assert.Empty(none);
        Assert.Equal(new DateOnly(2026, 5, 23), (await house.Again().TaskLineOf(two, Stop)).Task.DueOn);
        Assert.Equal(("2026-06-01", null), (due.GetProperty("dueOn").GetString(), undated.GetProperty("dueOn").GetString()));
        using var back = await site.TakeBack(gone);
        Assert.Equal("One", (await house.Again().TaskLineOf(one, Stop)).Task.Text);
    }

    private static async Task<IReadOnlyList<TodayItem>> Cards(TestHouse house) =>
        [.. (await house.Again().DealToday(house.Services.GetRequiredService<TodaySources>(), house.Today, Stop)).Where(c => c.Kind == "task")];
}
