using Mainstay.Needs;
using Mainstay.People;
using Mainstay.Reviews;
using Mainstay.Rhythm;
using Mainstay.Tests.Needs;
using Mainstay.Tests.Rhythm;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Mainstay.Tests.Reviews.ReviewCast;

namespace Mainstay.Tests.Reviews;

public class ReviewActionsTests
{
    [Theory, OnBoth]
    public async Task Keeps_what_was_decided_and_how_it_stands_then(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (rest, quiet, over, kept) = (await house.Know("Grace Hopper"), await house.Know("Alan Turing"), await house.Know("Katherine Johnson"), await house.Know("Margaret Hamilton"));
        foreach (var id in (Guid[])[rest, quiet, over, kept]) await house.Store.SetLayer(id, Layer.Extended, Stop);
        var (gone, more, same) = (await house.Need(SupportKind.Knowledge, "Tax law"), await house.Need(SupportKind.Guidance, "Pricing"), await house.Need(SupportKind.Emotional, "Someone to talk to"));
        await house.Store.SaySupport(more, kept, Ability.Excellent, house.Today, Stop);

        var (review, passed) = await house.Keep(new()
        {
            Note = " Fewer clinics, larger ones. ",
            Needs = [new(gone, Closed: true), new(more, Importance: 5), new(same)],
            Ties = [new(rest, TieChoice.Rest), new(quiet, TieChoice.NoRhythm), new(over, TieChoice.Over), new(kept, TieChoice.Keep)],
        });

        Assert.Empty(passed);
        Assert.Equal([(more, 5), (same, 3)], (await house.Again().OpenNeeds(Stop)).Select(n => (n.Id, n.Importance)));
        Assert.Equal(house.Today, (await house.Store.NeedOf(gone, Stop)).ClosedOn);
        var ties = await house.Store.Ties.AsNoTracking().ToDictionaryAsync(t => t.Id, Stop);
        Assert.Equal((true, null), (ties[rest].Paused, ties[rest].PausedUntil));
        Assert.Equal((0, null), (ties[quiet].CadenceDays, ties[quiet].DueOn));
        Assert.Equal((Verdict.Over, house.Today), (ties[over].Verdict, ties[over].VerdictOn));
        Assert.Equal((false, Verdict.None, null), (ties[kept].Paused, ties[kept].Verdict, ties[kept].CadenceDays));
        var row = Assert.Single(await house.Again().AllReviews(Stop));
        var map = await house.Services.GetRequiredService<Mainstay.Coverage.MapQueries>().Map(house.Store, house.Today, Stop);
        Assert.Equal((review.Id, house.Today, "Fewer clinics, larger ones.", 2), (row.Id, row.On, row.Note, row.Needs));
        Assert.Equal(map.Overall!.Value, row.Coverage!.Value, 12);
    }

    [Theory, OnBoth]
    public async Task Done_twice_on_a_day_the_second_changes_the_first(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var need = await house.Need(SupportKind.Guidance, "Pricing");
        var review = new NewReview { Note = "First", Needs = [new(need, Importance: 5)] };

        var first = await house.Keep(review);
        var again = await house.Keep(review);
        var silent = await house.Keep(new());
        var second = await house.Keep(new() { Note = "Second" });

        Assert.Equal([first.Review.Id, first.Review.Id, first.Review.Id], (Guid[])[again.Review.Id, silent.Review.Id, second.Review.Id]);
        Assert.Equal("First", silent.Review.Note);
        Assert.Equal("Second", (await house.Again().AllReviews(Stop)).Single().Note);
        await house.Keep(new() { Note = " " });
        Assert.Null((await house.Again().AllReviews(Stop)).Single().Note);
        house.Clock.MoveTo(new(2026, 5, 2));
        await house.Keep(new());
        Assert.Equal([new DateOnly(2026, 5, 2), new(2026, 5, 1)], (await house.Again().AllReviews(Stop)).Select(r => r.On));
    }

    [Theory, OnBoth]
    public async Task Two_at_once_make_one(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var need = await house.Need(SupportKind.Guidance, "Pricing");
        var stores = Enumerable.Range(0, 4).Select(_ => house.Again()).ToList();

        var kept = await Task.WhenAll(stores.Select((s, i) => Task.Run(() => house.Keep(s, new() { Note = $"Note {i}", Needs = [new(need, Closed: true)] }), Stop)));

        Assert.Single(kept.Select(k => k.Review.Id).Distinct());
        Assert.All(kept, k => Assert.Empty(k.PassedOver));
        Assert.Single(await house.Again().AllReviews(Stop));
    }

    [Theory, OnBoth]
    public async Task What_is_gone_meanwhile_is_passed_over_and_the_rest_is_done(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (trashed, there) = (await house.Know("Grace Hopper"), await house.Know("Alan Turing"));
        await house.Store.TrashPerson(trashed, house.Clock, Stop);
        var (removed, closed, open) = (await house.Need(SupportKind.Knowledge, "Tax law"), await house.Need(SupportKind.Knowledge, "Hiring"), await house.Need(SupportKind.Knowledge, "Visas"));
        await house.Store.RemoveNeed(removed, house.Clock, Stop);
        await house.Store.CloseNeed(closed, new(2026, 4, 1), Stop);

        var (_, passed) = await house.Keep(new()
        {
            Needs = [new(removed, Closed: true), new(closed, Importance: 5), new(open, Closed: true)],
            Ties = [new(trashed, TieChoice.Over), new(Guid.CreateVersion7(), TieChoice.Rest), new(there, TieChoice.Rest)],
        });

        Assert.Equal(4, passed.Count);
        Assert.Equal([removed, closed, trashed], passed.Take(3));
        Assert.Equal((3, new DateOnly(2026, 4, 1)), ((await house.Again().NeedOf(closed, Stop)).Importance, (await house.Store.NeedOf(closed, Stop)).ClosedOn));
        Assert.Empty(await house.Store.OpenNeeds(Stop));
        Assert.True((await house.TieOf(there)).Tie.Paused);
        Assert.Empty((await house.Keep(new() { Needs = [new(closed, Closed: true)] })).PassedOver);
    }

    [Theory, OnBoth]
    public async Task What_is_wrong_is_named_and_nothing_is_done(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, need) = (await house.Know("Grace Hopper"), await house.Need(SupportKind.Guidance, "Pricing"));

        var wrong = await Assert.ThrowsAsync<Mistaken>(() => house.Keep(new()
        {
            Note = new string('x', NewReview.LongestNote + 1),
            Needs = [new(need, Closed: true), new(need, Importance: 6)],
            Ties = [new(grace, TieChoice.Rest), new(grace, (TieChoice)9)],
        }));
        var many = await Assert.ThrowsAsync<Mistaken>(() => house.Keep(new() { Ties = [.. Enumerable.Repeat(new ReviewedTie(grace, TieChoice.Over), NewReview.MostChoices + 1)] }));

        Assert.Equal(["note", "needs", "ties"], wrong.Problems.Select(p => p.Field));
        Assert.Equal(["ties"], many.Problems.Select(p => p.Field));
        Assert.Empty(await house.Again().AllReviews(Stop));
        Assert.Single(await house.Store.OpenNeeds(Stop));
        Assert.False((await house.TieOf(grace)).Tie.Paused);
    }

    [Theory, OnBoth]
    public async Task A_review_is_removed_and_taken_back_unless_its_day_has_another(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var rooms = house.Services.GetRequiredService<IEnumerable<IPutBack>>();
        var (review, _) = await house.Keep(new() { Note = "Kept" });

        var undo = await house.Again().RemoveReview(review.Id, house.Clock, Stop);
        Assert.Empty(await house.Again().AllReviews(Stop));
        await house.Store.TakeBack(undo, rooms, house.Clock, Stop);
        await house.Again().TakeBack(undo, rooms, house.Clock, Stop);

        Assert.Equal((review.Id, "Kept"), (await house.Again().AllReviews(Stop)).Select(r => (r.Id, r.Note)).Single());
        var again = await house.Store.RemoveReview(review.Id, house.Clock, Stop);
        await house.Keep(new());
        await Assert.ThrowsAsync<Conflict>(() => house.Again().TakeBack(again, rooms, house.Clock, Stop));
        await Assert.ThrowsAsync<NotFound>(() => house.Again().RemoveReview(review.Id, house.Clock, Stop));
    }

    [Theory, OnBoth]
    public async Task Bob_sees_nothing_and_decides_nothing_of_Adas(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, need) = (await house.Know("Grace Hopper"), await house.Need(SupportKind.Guidance, "Pricing"));
        var (review, _) = await house.Keep(new() { Note = "Mine" });
        await house.Store.QuietReview(new(2026, 6, 1), Stop);
        var bob = await house.Bob();

        var his = await house.Keep(bob, new() { Needs = [new(need, Closed: true)], Ties = [new(grace, TieChoice.Over)] });

        Assert.Equal([need, grace], his.PassedOver);
        Assert.NotEqual(review.Id, his.Review.Id);
        Assert.Equal([his.Review.Id], (await bob.AllReviews(Stop)).Select(r => r.Id));
        await Assert.ThrowsAsync<NotFound>(() => bob.ReviewOf(review.Id, Stop));
        await Assert.ThrowsAsync<NotFound>(() => bob.RemoveReview(review.Id, house.Clock, Stop));
        Assert.Equal(0, await bob.ReviewRests.CountAsync(Stop));
        Assert.Single(await house.Again().OpenNeeds(Stop));
        Assert.Equal(Verdict.None, (await house.TieOf(grace)).Tie.Verdict);
    }
}
