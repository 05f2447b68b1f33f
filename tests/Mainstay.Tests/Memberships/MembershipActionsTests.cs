using Mainstay.Exchange;
using Mainstay.Learnings;
using Mainstay.Memberships;
using Mainstay.Needs;
using Mainstay.Organizations;
using Mainstay.People;
using Mainstay.Tests.Needs;
using Mainstay.Tests.Rhythm;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mainstay.Tests.Memberships;

public class MembershipActionsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task It_is_considered_joined_renewed_and_left_and_each_is_taken_back(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var need = await house.Need(SupportKind.Community, "People who do the same");
        var id = await house.Consider("Guild", d => d with { NeedIds = [need], RenewsOn = new(2026, 5, 20), Dues = "120,50", Currency = "eur", Period = DuesPeriod.Yearly, HoursAMonth = 2 });
        Assert.Equal((MembershipStage.Considered, "120.50", "EUR"), ((await house.Line(id)).It.Stage, (await house.Line(id)).It.Dues, (await house.Line(id)).It.Currency));

        var joined = await house.Again().JoinMembership(id, house.Today, house.Today, house.Clock, Stop);
        Assert.Equal((MembershipStage.Joined, new DateOnly(2026, 5, 20)), ((await house.Line(id)).It.Stage, (await house.Line(id)).It.NextOn(house.Today)));
        var renewed = await house.Again().RenewMembership(id, null, house.Today, house.Clock, Stop);
        Assert.Equal(new DateOnly(2027, 5, 20), (await house.Line(id)).It.NextOn(house.Today));
        var stayed = await house.Again().StayMember(id, house.Today, house.Clock, Stop);
        var left = await house.Again().LeaveMembership(id, house.Today, house.Today, house.Clock, Stop);
        Assert.Equal((MembershipStage.Left, house.Today), ((await house.Line(id)).It.Stage, (await house.Line(id)).It.WeighedOn));
        Assert.Equal("People who do the same", Assert.Single((await house.Line(id)).Needs).Topic);

        await Assert.ThrowsAsync<Conflict>(() => house.TakeBack(joined)); // the last first
        foreach (var change in new[] { left, stayed, renewed, joined }) await house.TakeBack(change);
        await house.TakeBack(joined); // twice is once
        var back = (await house.Line(id)).It;
        Assert.Equal((MembershipStage.Considered, (DateOnly?)null, (DateOnly?)null), (back.Stage, back.RenewedFor, back.WeighedOn));
    }

    [Theory, OnBoth]
    public async Task Of_those_that_are_not_over_there_is_one_in_an_organization(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var first = await house.Join("Guild", new(2025, 5, 1));

        Assert.Equal("Memberships.IsMember", (await Refused(() => house.Consider("Guild"))).Of("organization")!.Key);
        await house.Again().LeaveMembership(first, new(2026, 4, 30), house.Today, house.Clock, Stop);
        var second = await house.Join("Guild", house.Today);

        var both = await house.Again().MembershipsIn((await house.Line(first)).It.OrganizationId, Stop);
        Assert.Equal([(second, MembershipStage.Joined), (first, MembershipStage.Left)], both.Select(l => (l.It.Id, l.It.Stage)));
        var change = await house.Again().RemoveMembership(second, house.Clock, Stop);
        var third = await house.Consider("Guild");
        Assert.Equal("Memberships.IsConsidered", (await Assert.ThrowsAsync<Conflict>(() => house.TakeBack(change))).Reason.Key);
        await house.Again().LeaveMembership(third, house.Today, house.Today, house.Clock, Stop);
        Assert.Equal(MembershipStage.LetGo, (await house.Line(third)).It.Stage);
        await house.TakeBack(change);
        Assert.Equal(MembershipStage.Joined, (await house.Line(second)).It.Stage);
    }

    [Theory, OnBoth]
    public async Task What_cannot_be_is_said_beside_the_field(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        (string Field, string Key, Func<MembershipDetails, MembershipDetails> With)[] wrong =
        [
            ("renewsOn", "RenewsBeforeJoined", d => d with { JoinedOn = new(2026, 4, 1), RenewsOn = new(2026, 3, 31) }),
            ("renewsOn", "TooFarAhead", d => d with { RenewsOn = new(8999, 12, 31) }),
            ("leftOn", "LeftBeforeJoined", d => d with { JoinedOn = new(2026, 4, 1), LeftOn = new(2026, 3, 31) }),
            ("leftOn", "LeftBeforeConsidered", d => d with { ConsideredOn = new(2026, 4, 1), LeftOn = new(2026, 3, 31) }),
            ("joinedOn", "InFuture", d => d with { JoinedOn = new(2026, 6, 1) }),
            ("joinedOn", "TooLongAgo", d => d with { JoinedOn = new(26, 5, 1) }),
            ("dues", "DuesNegative", d => d with { Dues = "-12", Currency = "EUR", Period = DuesPeriod.Yearly }),
            ("dues", "NotAnAmount", d => d with { Dues = "12,50 €", Currency = "EUR", Period = DuesPeriod.Yearly }),
            ("dues", "DuesMissing", d => d with { Period = DuesPeriod.Yearly }),
            ("currency", "CurrencyMissing", d => d with { Dues = "12", Period = DuesPeriod.Yearly }),
            ("currency", "NotACurrency", d => d with { Dues = "12", Currency = "€", Period = DuesPeriod.Yearly }),
            ("period", "PeriodMissing", d => d with { Dues = "12", Currency = "EUR" }),
            ("period", "NotAPeriod", d => d with { Period = (DuesPeriod)7 }),
            ("kind", "NotAKind", d => d with { Kind = (MembershipKind)77 }),
            ("hoursAMonth", "OddHours", d => d with { HoursAMonth = double.NaN }),
            ("hoursAMonth", "OddHours", d => d with { HoursAMonth = -1 }),
            ("link", "NotALink", d => d with { Link = "javascript:alert(1)" }),
            ("note", "TooLong", d => d with { Note = new string('a', 300_000) }),
            ("benefits", "TooLong", d => d with { Benefits = new string('a', 300_000) }),
        ];

        foreach (var (field, key, with) in wrong)
            Assert.Equal($"Memberships.{key}", (await Refused(() => house.Consider("Guild", with))).Of(field)?.Key);
        await Assert.ThrowsAsync<NotFound>(() => house.Consider("Guild", d => d with { NeedIds = [Guid.CreateVersion7()] }));
        await Assert.ThrowsAsync<NotFound>(() => house.Consider("Guild", d => d with { OrganizationId = Guid.CreateVersion7() }));

        Assert.Empty(await house.Again().AllMemberships(house.Today, Stop));
    }

    [Theory, OnBoth]
    public async Task Steps_out_of_order_are_refused(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (considered, member) = (await house.Consider("Guild", d => d with { ConsideredOn = new(2026, 4, 1), RenewsOn = new(2026, 4, 20) }), await house.Join("Circle", new(2026, 4, 1), d => d with { RenewsItself = true, RenewsOn = new(2026, 6, 1) }));

        Assert.Equal("Memberships.NotJoined", (await Assert.ThrowsAsync<Conflict>(() => house.Again().RenewMembership(considered, null, house.Today, house.Clock, Stop))).Reason.Key);
        Assert.Equal("Memberships.NotJoined", (await Assert.ThrowsAsync<Conflict>(() => house.Again().StayMember(considered, house.Today, house.Clock, Stop))).Reason.Key);
        Assert.Equal("Memberships.JoinedAlready", (await Assert.ThrowsAsync<Conflict>(() => house.Again().JoinMembership(member, house.Today, house.Today, house.Clock, Stop))).Reason.Key);
        Assert.Equal("Memberships.RenewsAlone", (await Assert.ThrowsAsync<Conflict>(() => house.Again().RenewMembership(member, null, house.Today, house.Clock, Stop))).Reason.Key);
        Assert.NotNull((await Refused(() => house.Again().JoinMembership(considered, new(2026, 5, 1), house.Today, house.Clock, Stop))).Of("joinedOn"));
        Assert.NotNull((await Refused(() => house.Again().LeaveMembership(member, new(2026, 3, 31), house.Today, house.Clock, Stop))).Of("leftOn"));
        Assert.NotNull((await Refused(() => house.Again().RenewMembership(member, house.Today, house.Today, house.Clock, Stop))).Of("renewsOn"));
        await house.Again().LeaveMembership(member, house.Today, house.Today, house.Clock, Stop);
        Assert.Equal("Memberships.IsOver", (await Assert.ThrowsAsync<Conflict>(() => house.Again().LeaveMembership(member, house.Today, house.Today, house.Clock, Stop))).Reason.Key);
    }

    [Theory, OnBoth]
    public async Task Two_organizations_that_become_one_keep_every_membership(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var need = await house.Need(SupportKind.Community, "People who do the same");
        var (here, there) = (await house.Join("Guild", new(2025, 5, 1)), await house.Join("The Guild", new(2026, 1, 1), d => d with { NeedIds = [need], Note = "Bring cake" }));
        var (keep, gone) = ((await house.Line(here)).It.OrganizationId, (await house.Line(there)).It.OrganizationId);

        var change = await house.Again().MergeOrganizations(keep, gone, house.Services.GetServices<IOrganizationRows>(), house.Clock, Stop);

        Assert.Equal([there, here], (await house.Again().MembershipsIn(keep, Stop)).Select(l => l.It.Id));
        await house.TakeBack(change);
        Assert.Equal(here, Assert.Single(await house.Again().MembershipsIn(keep, Stop)).It.Id);
        var back = Assert.Single(await house.Again().MembershipsIn(gone, Stop));
        Assert.Equal((there, "The Guild", "Bring cake", need), (back.It.Id, back.Organization, back.It.Note, Assert.Single(back.Needs).Id));
    }

    [Theory, OnBoth]
    public async Task An_organization_that_is_removed_takes_its_membership_and_brings_it_back(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var need = await house.Need(SupportKind.Community, "People who do the same");
        var id = await house.Join("Guild", new(2024, 2, 29), d => d with { NeedIds = [need], Dues = "12.50", Currency = "EUR", Period = DuesPeriod.Monthly, HoursAMonth = 1.5, Role = "Treasurer" });
        var before = await house.Line(id);

        var change = await house.Again().RemoveOrganization(before.It.OrganizationId, house.Services.GetServices<IOrganizationRows>(), house.Clock, Stop);
        Assert.Empty(await house.Again().AllMemberships(house.Today, Stop));
        Assert.Empty(await house.Store.MembershipNeeds.ToListAsync(Stop));
        await house.TakeBack(change);
        await house.TakeBack(change); // twice is once

        Assert.Equivalent(before, Assert.Single(await house.Again().AllMemberships(house.Today, Stop)));
    }

    [Theory, OnBoth]
    public async Task A_need_that_is_removed_leaves_the_membership_and_is_named_again_when_it_comes_back(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (need, other) = (await house.Need(SupportKind.Community, "People who do the same"), await house.Need(SupportKind.Knowledge, "Pricing"));
        var id = await house.Consider("Guild", d => d with { NeedIds = [need] });

        var change = await house.Again().RemoveNeed(need, house.Clock, Stop);
        Assert.Empty((await house.Line(id)).Needs);
        var details = MembershipsQueries.Details(await house.Line(id)) with { NeedIds = [other] };
        await house.Again().ChangeMembership(id, details, house.Today, house.Clock, Stop);
        await house.TakeBack(change);

        Assert.Equal([need, other], (await house.Line(id)).Needs.Select(n => n.Id));
        Assert.Equal(id, Assert.Single(await house.Again().MembershipsFor(need, Stop)).It.Id);
    }

    [Theory, OnBoth]
    public async Task What_it_brought_is_told_with_reasons(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var need = await house.Need(SupportKind.Knowledge, "Pricing");
        var grace = await house.Know("Grace Hopper");
        await house.Store.SetAffiliations(grace, [new("Guild of Founders", "Treasurer", null, "2020", "2025")], house.Clock, Stop);
        var katherine = await house.Know("Katherine Johnson", p => p with { HowMet = "at the dinner of the GUILD OF FOUNDERS, by the fire" });
        await house.Know("Alan Turing", p => p with { HowMet = "at the Guild of Foundersmiths" });
        var trashed = await house.Know("Gone", p => p with { MetWhere = "Guild of Founders" });
        await house.Store.TrashPerson(trashed, house.Clock, Stop);
        await house.Store.SaySupport(need, grace, Ability.Good, house.Today, Stop);
        await house.Store.SaySupport(need, katherine, Ability.None, house.Today, Stop);
        await house.Store.AddOpportunity(new(katherine, "A talk", new(2026, 4, 2)), house.Today, house.Clock, Stop);
        await house.Store.AddOpportunity(new(katherine, "A talk before", new(2026, 3, 2)), house.Today, house.Clock, Stop);
        await house.Store.NoteFavour(new() { PersonId = grace, Way = Way.Received, What = "Read my page", On = new(2026, 4, 3) }, house.Today, house.Clock, Stop);
        await house.Store.NoteLearning(new() { Text = "Ask for a notice period", Where = new(grace), On = new(2026, 4, 4) }, house.Today, house.Clock, Stop);
        await house.Store.NoteLearning(new() { Text = "Learned long before", Where = new(grace), On = new(2026, 3, 4) }, house.Today, house.Clock, Stop);
        await house.Store.NoteLearning(new() { Text = "From a book", On = new(2026, 4, 5) }, house.Today, house.Clock, Stop);
        var id = await house.Join("Guild of Founders", new(2026, 4, 1), d => d with { HoursAMonth = 3, Dues = "20", Currency = "EUR", Period = DuesPeriod.Monthly });

        var line = await house.Line(id);
        var brought = await house.Services.GetRequiredService<BroughtQueries>().By(house.Store, line, Stop);

        Assert.Equal(
        [
            "2 people you know from there: Grace Hopper and Katherine Johnson.",
            "One of them supports you: Grace Hopper.",
            "One door opened through them since you joined: A talk.",
            "You learned one thing from them since you joined.",
            "Since you joined they helped you once.",
            "About 3 hours so far, at 3 a month.",
            "About 40 EUR so far, at 20 EUR a month.",
        ], brought.Facts(line.It, house.Today).Select(f => f.InWords()));
        Assert.Equal(
        [
            "Grace Hopper: Treasurer, Guild of Founders (2020 to 2025). Helps with Pricing.",
            "Katherine Johnson: you met: “at the dinner of the GUILD OF FOUNDERS, by the fire”.",
            "Thursday, 02 April 2026: Katherine Johnson opened a door: A talk",
            "Friday, 03 April 2026: Grace Hopper helped you: Read my page",
            "Saturday, 04 April 2026: learned from Grace Hopper: Ask for a notice period",
        ], brought.Evidence.Select(f => f.InWords()));
    }

    [Theory, OnBoth]
    public async Task Mine_come_first_by_their_renewal_then_what_is_considered_then_what_is_over(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        await house.Consider("Considered");
        await house.Join("No renewal", new(2026, 1, 1));
        await house.Join("Soon", new(2026, 1, 1), d => d with { RenewsOn = new(2026, 5, 9) });
        await house.Join("Overdue", new(2025, 1, 1), d => d with { RenewsOn = new(2026, 4, 9) });
        await house.Join("Left", new(2025, 1, 1), d => d with { LeftOn = new(2026, 2, 1) });

        Assert.Equal(["Overdue", "Soon", "No renewal", "Considered", "Left"], (await house.Again().AllMemberships(house.Today, Stop)).Select(l => l.Organization));
    }

    [Theory, OnBoth]
    public async Task Bob_sees_nothing_and_changes_nothing(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var id = await house.Join("Guild", new(2026, 1, 1));
        var change = await house.Again().StayMember(id, house.Today, house.Clock, Stop);
        var bob = await house.Bob();

        Assert.Empty(await bob.AllMemberships(house.Today, Stop));
        await Assert.ThrowsAsync<NotFound>(() => bob.MembershipOf(id, Stop));
        await Assert.ThrowsAsync<NotFound>(() => bob.LeaveMembership(id, house.Today, house.Today, house.Clock, Stop));
        await Assert.ThrowsAsync<NotFound>(() => bob.RemoveMembership(id, house.Clock, Stop));
        await Assert.ThrowsAsync<NotFound>(() => bob.QuietMembership(id, house.Today, Stop));
        await Assert.ThrowsAsync<NotFound>(() => bob.TakeBack(change, house.Services.GetServices<IPutBack>(), house.Clock, Stop));
        Assert.Equal(house.Today, (await house.Line(id)).It.WeighedOn);
    }

    private static async Task<Problems> Refused(Func<Task> act) => (await Assert.ThrowsAsync<Mistaken>(act)).Problems;
}
