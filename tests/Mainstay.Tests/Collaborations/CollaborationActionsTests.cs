using Mainstay.Collaborations;
using Mainstay.Organizations;
using Mainstay.People;
using Mainstay.Tests.Needs;
using Mainstay.Tests.Rhythm;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mainstay.Tests.Collaborations;

public class CollaborationActionsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBoth]
    public async Task It_goes_from_an_idea_to_what_came_of_it_and_each_is_taken_back(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace Hopper");
        var id = await house.WorkWith("Studio", " Workshops ", d => d with { SharedGoal = "Ten of them", Next = new("Ask for dates", new(2026, 5, 8)), People = [new(grace, CollaborationSide.Theirs, " Rooms ")] });
        var noted = await house.Collaboration(id);
        Assert.Equal(("Workshops", CollaborationStage.Idea, house.Today, "Rooms"), (noted.It.Name, noted.It.Stage, noted.It.StageSince, Assert.Single(noted.People).Role));

        var running = await house.Again().MoveCollaboration(id, new(CollaborationStage.Running, new(2026, 4, 1)), house.Today, house.Clock, Stop);
        var done = await house.Again().StepDone(id, new("Print the sheets", null), house.Today, house.Clock, Stop);
        var prolonged = await house.Again().ProlongCollaboration(id, new(2026, 12, 1), house.Today, house.Clock, Stop);
        var over = await house.Again().MoveCollaboration(id, new(CollaborationStage.Ended, Outcome: "Two clients"), house.Today, house.Clock, Stop);
        var it = (await house.Collaboration(id)).It;
        Assert.Equal((CollaborationStage.Ended, house.Today, null, "Ask for dates", house.Today, "Two clients"), (it.Stage, it.StageSince, it.NextStep, it.DoneStep, it.DoneOn, it.Outcome));

        await Assert.ThrowsAsync<Conflict>(() => house.TakeBack(done)); // the last first
        foreach (var change in new[] { over, prolonged, done, running }) await house.TakeBack(change);
        await house.TakeBack(running); // twice is once
        Assert.Equivalent(noted, await house.Collaboration(id));
    }

    [Theory, OnBoth]
    public async Task Somebody_who_is_named_twice_is_one_and_has_what_was_said_last(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, alan) = (await house.Know("Grace Hopper"), await house.Know("Alan Turing"));
        var id = await house.WorkWith("Studio", "Workshops", d => d with { People = [new(grace), new(grace, CollaborationSide.Mine, "Teaches")] });
        Assert.Equal([(grace, CollaborationSide.Mine, "Teaches")], (await house.Collaboration(id)).People.Select(p => (p.Person.Id, p.Side, p.Role)));

        var added = await house.Again().SayCollaborator(id, new(alan), house.Clock, Stop);
        var other = await house.Again().SayCollaborator(id, new(grace, CollaborationSide.Theirs), house.Clock, Stop);
        Assert.Equal([(alan, CollaborationSide.Theirs), (grace, CollaborationSide.Theirs)], (await house.Collaboration(id)).People.Select(p => (p.Person.Id, p.Side)));
        var gone = await house.Again().RemoveCollaborator(id, alan, house.Clock, Stop);
        await Assert.ThrowsAsync<NotFound>(() => house.Again().RemoveCollaborator(id, alan, house.Clock, Stop));
        Assert.Equal(id, Assert.Single(await house.Again().CollaborationsOf(grace, Stop)).It.Id);
        Assert.Empty(await house.Store.CollaborationsOf(alan, Stop));

        foreach (var change in new[] { gone, other, added }) await house.TakeBack(change);
        Assert.Equal([(grace, CollaborationSide.Mine, "Teaches")], (await house.Collaboration(id)).People.Select(p => (p.Person.Id, p.Side, p.Role)));
    }

    [Theory, OnBoth]
    public async Task What_cannot_be_is_said_beside_the_field(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace Hopper");
        (string Field, string Key, Func<CollaborationDetails, CollaborationDetails> With)[] wrong =
        [
            ("name", "NameMissing", d => d with { Name = "  " }),
            ("name", "TooLong", d => d with { Name = new string('a', 201) }),
            ("stage", "NotAStage", d => d with { Stage = (CollaborationStage)17 }),
            ("since", "InFuture", d => d with { Since = new(2026, 6, 1) }),
            ("since", "TooLongAgo", d => d with { Since = new(26, 5, 1) }),
            ("nextOn", "DayWithoutStep", d => d with { Next = new("  ", new(2026, 6, 1)) }),
            ("nextOn", "TooFarAhead", d => d with { Next = new("Write", new(8999, 12, 31)) }),
            ("nextStep", "TooLong", d => d with { Next = new(new string('a', 501)) }),
            ("nextStep", "OverHasNoNext", d => d with { Stage = CollaborationStage.Ended, Next = new("Write") }),
            ("endsOn", "TooLongAgo", d => d with { EndsOn = new(1, 1, 1) }),
            ("link", "NotALink", d => d with { Link = "javascript:alert(1)" }),
            ("note", "TooLong", d => d with { Note = new string('a', 20_001) }),
            ("sharedGoal", "TooLong", d => d with { SharedGoal = new string('a', 20_001) }),
            ("outcome", "TooLong", d => d with { Outcome = new string('a', 20_001) }),
            ("side", "NotASide", d => d with { People = [new(grace, (CollaborationSide)7)] }),
            ("role", "TooLong", d => d with { People = [new(grace, Role: new string('a', 201))] }),
            ("people", "TooManyPeople", d => d with { People = [.. Enumerable.Repeat(new Collaborator(grace), 101)] }),
        ];

        foreach (var (field, key, with) in wrong) Assert.Equal($"Collaborations.{key}", (await Refused(() => house.WorkWith("Studio", "Workshops", with))).Of(field)?.Key);
        await Assert.ThrowsAsync<NotFound>(() => house.WorkWith("Studio", "Workshops", d => d with { OrganizationId = Guid.CreateVersion7() }));
        await Assert.ThrowsAsync<NotFound>(() => house.WorkWith("Studio", "Workshops", d => d with { People = [new(Guid.CreateVersion7())] }));
        Assert.Empty(await house.Again().AllCollaborations(Stop));
    }

    [Theory, OnBoth]
    public async Task What_is_over_has_no_next_step_until_it_is_taken_up_again(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var id = await house.WorkWith("Studio", "Workshops", d => d with { Stage = CollaborationStage.Talking });

        Assert.Equal("Collaborations.NoNextStep", (await Assert.ThrowsAsync<Conflict>(() => house.Again().StepDone(id, new(null), house.Today, house.Clock, Stop))).Reason.Key);
        Assert.NotNull((await Refused(() => house.Again().SayNextStep(id, new(null, house.Today), house.Today, house.Clock, Stop))).Of("nextOn"));
        Assert.NotNull((await Refused(() => house.Again().ProlongCollaboration(id, new(2026, 4, 30), house.Today, house.Clock, Stop))).Of("endsOn"));
        Assert.NotNull((await Refused(() => house.Again().MoveCollaboration(id, new((CollaborationStage)9), house.Today, house.Clock, Stop))).Of("stage"));
        Assert.NotNull((await Refused(() => house.Again().MoveCollaboration(id, new(CollaborationStage.Ended, new(2026, 5, 3)), house.Today, house.Clock, Stop))).Of("on"));
        await house.Again().MoveCollaboration(id, new(CollaborationStage.LetGo), house.Today, house.Clock, Stop);
        Assert.Equal("Collaborations.IsOverNow", (await Assert.ThrowsAsync<Conflict>(() => house.Again().SayNextStep(id, new("Write"), house.Today, house.Clock, Stop))).Reason.Key);
        Assert.Equal("Collaborations.IsOverNow", (await Assert.ThrowsAsync<Conflict>(() => house.Again().ProlongCollaboration(id, null, house.Today, house.Clock, Stop))).Reason.Key);

        await house.Again().MoveCollaboration(id, new(CollaborationStage.Running), house.Today, house.Clock, Stop);
        await house.Again().SayNextStep(id, new("Write", house.Today), house.Today, house.Clock, Stop);
        Assert.Equal("Write", (await house.Collaboration(id)).It.NextStep);
    }

    [Theory, OnBoth]
    public async Task Noted_twice_with_one_id_there_is_one(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var once = Guid.CreateVersion7();

        var (first, second) = (await house.WorkWith("Studio", "Workshops", d => d with { Id = once }), await house.WorkWith("Studio", "Workshops", d => d with { Id = once }));

        Assert.Equal((once, once), (first, second));
        Assert.Single(await house.Again().AllCollaborations(Stop));
    }

    [Theory, OnBoth]
    public async Task Two_organizations_that_become_one_keep_every_collaboration_and_part_again(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace Hopper");
        var (here, there) = (await house.WorkWith("Studio", "Workshops"), await house.WorkWith("The Studio", "A book", d => d with { People = [new(grace)] }));
        var (keep, gone) = ((await house.Collaboration(here)).It.OrganizationId, (await house.Collaboration(there)).It.OrganizationId);

        var change = await house.Again().MergeOrganizations(keep, gone, house.Services.GetServices<IOrganizationRows>(), house.Clock, Stop);
        Assert.Equal([there, here], (await house.Again().CollaborationsWith(keep, Stop)).Select(l => l.It.Id));

        await house.TakeBack(change);
        Assert.Equal(here, Assert.Single(await house.Again().CollaborationsWith(keep, Stop)).It.Id);
        Assert.Equal((there, grace), Assert.Single(await house.Store.CollaborationsWith(gone, Stop)) is var back ? (back.It.Id, Assert.Single(back.People).Person.Id) : default);
    }

    [Theory, OnBoth]
    public async Task An_organization_that_is_removed_takes_its_collaborations_and_brings_them_back(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, alan) = (await house.Know("Grace Hopper"), await house.Know("Alan Turing"));
        var id = await house.WorkWith("Studio", "Workshops", d => d with { Stage = CollaborationStage.Running, EndsOn = new(2026, 12, 1), Note = "Ask for the key", People = [new(grace), new(alan, CollaborationSide.Mine, "Teaches")] });
        var before = await house.Collaboration(id);

        var change = await house.Again().RemoveOrganization(before.It.OrganizationId, house.Services.GetServices<IOrganizationRows>(), house.Clock, Stop);
        Assert.Empty(await house.Again().AllCollaborations(Stop));
        Assert.Empty(await house.Store.CollaborationPeople.ToListAsync(Stop));
        await house.TakeBack(change);
        await house.TakeBack(change); // twice is once

        Assert.Equivalent(before, Assert.Single(await house.Again().AllCollaborations(Stop)));
    }

    [Theory, OnBoth]
    public async Task Removed_and_taken_back_it_has_its_people_again(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace Hopper");
        var id = await house.WorkWith("Studio", "Workshops", d => d with { People = [new(grace, CollaborationSide.Theirs, "Rooms")] });
        var before = await house.Collaboration(id);

        var change = await house.Again().RemoveCollaboration(id, house.Clock, Stop);
        await Assert.ThrowsAsync<NotFound>(() => house.Collaboration(id));
        await house.TakeBack(change);

        Assert.Equivalent(before, await house.Collaboration(id));
    }

    [Theory, OnBoth]
    public async Task Who_lies_in_the_trash_is_not_named_and_stays_in_it(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, alan) = (await house.Know("Grace Hopper"), await house.Know("Alan Turing"));
        var id = await house.WorkWith("Studio", "Workshops", d => d with { People = [new(grace)] });

        await house.Again().TrashPerson(grace, house.Clock, Stop);
        Assert.Empty((await house.Collaboration(id)).People);
        await house.Again().ChangeCollaboration(id, (await house.Collaboration(id)).Details() with { People = [new(alan)] }, house.Today, house.Clock, Stop);
        await house.Again().RestorePerson(grace, house.Clock, Stop);

        Assert.Equal([alan, grace], (await house.Collaboration(id)).People.Select(p => p.Person.Id));
    }

    [Theory, OnBoth]
    public async Task Who_goes_for_good_is_in_nothing_that_is_kept(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (grace, alan) = (await house.Know("Grace Hopper"), await house.Know("Alan Turing"));
        var (kept, gone) = (await house.WorkWith("Studio", "Workshops", d => d with { People = [new(grace, Role: "Secret agent"), new(alan)] }), await house.WorkWith("Studio", "A book", d => d with { People = [new(grace, Role: "Secret agent")] }));
        var change = await house.Again().SayCollaborator(kept, new(grace, CollaborationSide.Mine), house.Clock, Stop);
        var removal = await house.Again().RemoveCollaboration(gone, house.Clock, Stop);

        await house.Again().TrashPerson(grace, house.Clock, Stop);
        await house.Again().RemoveForGood(grace, house.Services.GetServices<IPersonLeaves>(), Stop);

        Assert.DoesNotContain(await house.Again().Formers.ToListAsync(Stop), f => (f.Before + f.After).Contains("Secret agent", StringComparison.Ordinal));
        Assert.Equal(alan, Assert.Single((await house.Collaboration(kept)).People).Person.Id);
        await Assert.ThrowsAsync<NotFound>(() => house.TakeBack(change));
        await house.TakeBack(removal);
        Assert.Empty((await house.Collaboration(gone)).People);
    }

    [Theory, OnBoth]
    public async Task What_runs_comes_first_and_within_a_stage_the_next_step_that_is_due_first(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        foreach (var stage in Enum.GetValues<CollaborationStage>()) await house.WorkWith("Studio", stage.ToString(), d => d with { Stage = stage });
        await house.WorkWith("Studio", "Later", d => d with { Stage = CollaborationStage.Running, Next = new("Write", new(2026, 6, 1)) });
        await house.WorkWith("Studio", "Sooner", d => d with { Stage = CollaborationStage.Running, Next = new("Write", new(2026, 5, 9)) });

        Assert.Equal(["Sooner", "Later", "Running", "Agreed", "Talking", "Idea", "Ended", "LetGo"], (await house.Again().AllCollaborations(Stop)).Select(l => l.It.Name));
    }

    [Theory, OnBoth]
    public async Task It_is_found_by_its_name_its_organization_or_the_end_of_its_id(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var (one, other) = (await house.WorkWith("Studio North", "Workshops on pricing"), await house.WorkWith("Guild", "Workshops"));

        foreach (var typed in new[] { "workshops on", "PRICING", "north", one.ToString("N")[^6..], one.ToString() }) Assert.Equal(one, (await house.Again().FindCollaboration(typed, Stop)).It.Id);
        Assert.Equal(other, (await house.Again().FindCollaboration("Workshops", Stop)).It.Id); // exactly
        Assert.Equal("Collaborations.SeveralCalled", (await Assert.ThrowsAsync<Conflict>(() => house.Again().FindCollaboration("work", Stop))).Reason.Key);
        Assert.Equal("Collaborations.NoneCalled", (await Assert.ThrowsAsync<NotFound>(() => house.Again().FindCollaboration("rice", Stop))).Reason.Key);
    }

    [Theory, OnBoth]
    public async Task Bob_sees_nothing_and_changes_nothing(Engine engine)
    {
        await using var house = await TestHouse.Build(engine);
        var grace = await house.Know("Grace Hopper");
        var id = await house.WorkWith("Studio", "Workshops", d => d with { Next = new("Write"), People = [new(grace)] });
        var change = await house.Again().MoveCollaboration(id, new(CollaborationStage.Agreed), house.Today, house.Clock, Stop);
        var bob = await house.Bob();

        Assert.Empty(await bob.AllCollaborations(Stop));
        Assert.Empty(await bob.CollaborationsOf(grace, Stop));
        await Assert.ThrowsAsync<NotFound>(() => bob.CollaborationOf(id, Stop));
        await Assert.ThrowsAsync<NotFound>(() => bob.FindCollaboration("Workshops", Stop));
        await Assert.ThrowsAsync<NotFound>(() => bob.MoveCollaboration(id, new(CollaborationStage.Ended), house.Today, house.Clock, Stop));
        await Assert.ThrowsAsync<NotFound>(() => bob.StepDone(id, new(null), house.Today, house.Clock, Stop));
        await Assert.ThrowsAsync<NotFound>(() => bob.SayCollaborator(id, new(grace), house.Clock, Stop));
        await Assert.ThrowsAsync<NotFound>(() => bob.RemoveCollaboration(id, house.Clock, Stop));
        await Assert.ThrowsAsync<NotFound>(() => bob.QuietCollaboration(id, house.Today, Stop));
        await Assert.ThrowsAsync<NotFound>(() => bob.TakeBack(change, house.Services.GetServices<IPutBack>(), house.Clock, Stop));
        Assert.Equal(CollaborationStage.Agreed, (await house.Collaboration(id)).It.Stage);
    }

    private static async Task<Problems> Refused(Func<Task> act) => (await Assert.ThrowsAsync<Mistaken>(act)).Problems;
}
