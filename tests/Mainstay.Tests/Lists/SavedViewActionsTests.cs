using Mainstay.Lists;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Tests.Lists;

public class SavedViewActionsTests
{
    private static readonly PeopleWanted Mentors = PeopleWanted.OfText("role=mentor&sort=-touched");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task Keeps_a_list_under_a_name_once(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var once = Guid.CreateVersion7();

        await house.Store.SaveView(" My mentors ", Mentors, house.Clock, Stop, once);
        await house.Again().SaveView("My mentors", Mentors, house.Clock, Stop, once);

        var view = Assert.Single(await house.Again().AllViews(Stop));
        Assert.Equal(("My mentors", Mentors), (view.Name, view.People));
    }

    [Theory, OnBoth]
    public async Task No_two_views_answer_to_the_same_name(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Store.SaveView("Käfer", Mentors, house.Clock, Stop);
        var other = await house.Store.SaveView("Other", Mentors, house.Clock, Stop);

        foreach (var name in new[] { "KAFER", "käfer " })
        {
            Assert.Equal("Lists.ViewNameTaken", (await Assert.ThrowsAsync<Mistaken>(() => house.Again().SaveView(name, Mentors, house.Clock, Stop))).Problems.Of("name")!.Key);
            Assert.Equal("Lists.ViewNameTaken", (await Assert.ThrowsAsync<Mistaken>(() => house.Again().RenameView(other.Id, name, Stop))).Problems.Of("name")!.Key);
        }
        Assert.Equal("Lists.ViewNeedsName", (await Assert.ThrowsAsync<Mistaken>(() => house.Again().SaveView("  ", Mentors, house.Clock, Stop))).Problems.Of("name")!.Key);
        Assert.Equal("Lists.ViewNameTooLong", (await Assert.ThrowsAsync<Mistaken>(() => house.Again().SaveView(new('x', 61), Mentors, house.Clock, Stop))).Problems.Of("name")!.Key);
        Assert.Equal("OTHER", (await house.Again().RenameView(other.Id, "OTHER", Stop)).Name);
    }

    [Theory, OnBoth]
    public async Task What_is_deleted_can_be_taken_back_for_thirty_days(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var view = await house.Store.SaveView("Mentors", Mentors, house.Clock, Stop);
        await house.Again().DeleteView(view.Id, house.Clock, Stop);
        Assert.Empty(await house.Again().AllViews(Stop));

        await house.Again().RestoreView(view.Id, Stop);
        Assert.Equal("Mentors", Assert.Single(await house.Again().AllViews(Stop)).Name);

        await house.Again().DeleteView(view.Id, house.Clock, Stop);
        house.Clock.Pass(TimeSpan.FromDays(31));
        await house.Again().ForgetDeletedViews(house.Clock, Stop);
        await Assert.ThrowsAsync<NotFound>(() => house.Again().RestoreView(view.Id, Stop));
    }

    [Theory, OnBoth]
    public async Task A_name_given_anew_meanwhile_is_not_taken_away(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var view = await house.Store.SaveView("Mentors", Mentors, house.Clock, Stop);
        await house.Again().DeleteView(view.Id, house.Clock, Stop);
        await house.Again().SaveView("mentors", PeopleWanted.Everybody, house.Clock, Stop);

        Assert.Equal("Lists.ViewNameTaken", (await Assert.ThrowsAsync<Conflict>(() => house.Again().RestoreView(view.Id, Stop))).Reason.Key);
        Assert.Equal("mentors", Assert.Single(await house.Again().AllViews(Stop)).Name);
    }

    [Theory, OnBoth]
    public async Task Nobody_else_sees_or_changes_them(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var view = await house.Store.SaveView("Mentors", Mentors, house.Clock, Stop);
        var bob = await house.Bob();

        Assert.Empty(await bob.AllViews(Stop));
        await Assert.ThrowsAsync<NotFound>(() => bob.ViewCalled("Mentors", Stop));
        await Assert.ThrowsAsync<NotFound>(() => bob.RenameView(view.Id, "Mine", Stop));
        await Assert.ThrowsAsync<NotFound>(() => bob.ChangeView(view.Id, PeopleWanted.Everybody, Stop));
        await Assert.ThrowsAsync<NotFound>(() => bob.DeleteView(view.Id, house.Clock, Stop));
        await Assert.ThrowsAsync<NotFound>(() => bob.RestoreView(view.Id, Stop));
        Assert.Equal("Mentors", (await bob.SaveView("Mentors", Mentors, house.Clock, Stop)).Name);
        Assert.Equal(1, await house.Again().SavedViews.CountAsync(Stop));
    }
}
