using Mainstay.Organizations;
using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;
using static Mainstay.Words.Texts;

namespace Mainstay.Collaborations;

/// <summary>Collaborations are noted, come from stage to stage, and go on step by step. What changes one answers by what that is taken back.</summary>
public static class CollaborationActions
{
    public static Task<Collaboration> AddCollaboration(this Store store, CollaborationDetails details, DateOnly today, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        if (details.Id is { } once && await store.Collaborations.FirstOrDefaultAsync(c => c.Id == once, stop) is { } already) return already;
        var organization = await store.OrganizationOf(details.OrganizationId, stop);
        Mistaken.ThrowIf(details.Check(today));
        var row = store.Add(new Collaboration { Id = details.Id ?? Guid.CreateVersion7(), OrganizationId = organization.Id, Name = details.Name, StageSince = today, NextSince = details.Since ?? today, CreatedAt = clock.GetUtcNow().UtcDateTime }).Entity;
        await store.Fill(row, details, today, stop);
        return row;
    }, stop);

    /// <summary>Makes a collaboration what is said now; a day since which it is at its stage that is not said stays.</summary>
    public static Task<Guid> ChangeCollaboration(this Store store, Guid id, CollaborationDetails details, DateOnly today, TimeProvider clock, CancellationToken stop) => store.Changing(id, async row =>
    {
        await store.OrganizationOf(details.OrganizationId, stop);
        Mistaken.ThrowIf(details.Check(today));
        await store.Fill(row, details, today, stop);
    }, clock, stop);

    /// <summary>It comes to another stage, or one says anew since when it is at this one and what came of it. What is over has no next step.</summary>
    public static Task<Guid> MoveCollaboration(this Store store, Guid id, CollaborationMove move, DateOnly today, TimeProvider clock, CancellationToken stop) => store.Changing(id, row =>
    {
        Mistaken.ThrowIf(new Problems().When(!Enum.IsDefined(move.Stage), "stage", "Collaborations.NotAStage").When(move.On > today.AddDays(1), "on", "Collaborations.InFuture")
            .When(move.On?.Year < CollaborationDetails.EarliestYear, "on", "Collaborations.TooLongAgo").When(move.Outcome?.Length > CollaborationDetails.MostText, "outcome", "Collaborations.TooLong", CollaborationDetails.MostText));
        (row.StageSince, row.Stage) = (move.On ?? (row.Stage == move.Stage ? row.StageSince : today), move.Stage);
        if (Filled(move.Outcome) is { } outcome) row.Outcome = outcome;
        if (row.IsOver) Step(row, new(null), today);
        row.QuietUntil = null;
        return Task.CompletedTask;
    }, clock, stop);

    /// <summary>It goes on until another day, or without an end when none is said.</summary>
    public static Task<Guid> ProlongCollaboration(this Store store, Guid id, DateOnly? until, DateOnly today, TimeProvider clock, CancellationToken stop) => store.Changing(id, row =>
    {
        if (row.IsOver) throw new Conflict("Collaborations.IsOverNow");
        Mistaken.ThrowIf(new Problems().When(until < today, "endsOn", "Collaborations.EndPassed").WhenOdd(until, today, "endsOn"));
        (row.EndsOn, row.QuietUntil) = (until, null);
        return Task.CompletedTask;
    }, clock, stop);

    /// <summary>Says what is done next; nothing when it is without a text.</summary>
    public static Task<Guid> SayNextStep(this Store store, Guid id, NextStep next, DateOnly today, TimeProvider clock, CancellationToken stop) => store.Changing(id, row =>
    {
        if (row.IsOver) throw new Conflict("Collaborations.IsOverNow");
        Mistaken.ThrowIf(next.Check(today));
        Step(row, next, today);
        row.QuietUntil = null;
        return Task.CompletedTask;
    }, clock, stop);

    /// <summary>The next step is done; the one after it may be said at once.</summary>
    public static Task<Guid> StepDone(this Store store, Guid id, NextStep following, DateOnly today, TimeProvider clock, CancellationToken stop) => store.Changing(id, row =>
    {
        if (row.NextStep is not { } done) throw new Conflict("Collaborations.NoNextStep");
        Mistaken.ThrowIf(following.Check(today));
        Step(row, new(null), today);
        Step(row, following, today);
        (row.DoneStep, row.DoneOn, row.QuietUntil) = (done, today, null);
        return Task.CompletedTask;
    }, clock, stop);

    /// <summary>It was never meant to be here.</summary>
    public static Task<Guid> RemoveCollaboration(this Store store, Guid id, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var row = await store.CollaborationToChange(id, stop);
        var people = await store.CollaborationPeople.Where(p => p.CollaborationId == id).ToListAsync(stop);
        return await store.LetGo(new(row) { Along = [.. people.Select(p => ((IOwned)p, (Guid?)p.PersonId))] }, clock, stop);
    }, stop);

    /// <summary>Today is to say nothing of it until then.</summary>
    public static Task<Collaboration> QuietCollaboration(this Store store, Guid id, DateOnly until, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var row = await store.CollaborationToChange(id, stop);
        row.QuietUntil = until;
        await store.SaveChangesAsync(stop);
        return row;
    }, stop);

    internal static async Task<Collaboration> CollaborationToChange(this Store store, Guid id, CancellationToken stop) =>
        await store.Collaborations.FirstOrDefaultAsync(c => c.Id == id, stop) ?? throw new NotFound("Collaborations.NotThere");

    private static void Step(Collaboration row, NextStep next, DateOnly today)
    {
        if (Filled(next.Text) != row.NextStep) row.NextSince = today;
        (row.NextStep, row.NextOn) = (Filled(next.Text), next.On);
    }

    private static async Task Fill(this Store store, Collaboration row, CollaborationDetails said, DateOnly today, CancellationToken stop)
    {
        row.StageSince = said.Since ?? (row.Stage == said.Stage ? row.StageSince : today);
        (row.OrganizationId, row.Name, row.Stage, row.EndsOn, row.QuietUntil) = (said.OrganizationId, said.Name.Trim(), said.Stage, said.EndsOn, null);
        (row.SharedGoal, row.WhatIGive, row.WhatTheyGive) = (Filled(said.SharedGoal), Filled(said.WhatIGive), Filled(said.WhatTheyGive));
        (row.Link, row.Note, row.Outcome) = (Filled(said.Link), Filled(said.Note), Filled(said.Outcome));
        Step(row, said.Next, today);
        await store.SaveChangesAsync(stop);
        await store.SetCollaborators(row.Id, said.People, stop);
    }
}
