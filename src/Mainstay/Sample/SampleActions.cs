using Mainstay.Board;
using Mainstay.Exchange;
using Mainstay.Introductions;
using Mainstay.Needs;
using Mainstay.Organizations;
using Mainstay.People;
using Mainstay.Reviews;
using Mainstay.Rhythm;
using Mainstay.Storage;

namespace Mainstay.Sample;

public static class SampleActions
{
    /// <summary>Fills an empty network with the sample people, their touches, who of them know each other, what is asked, learned, promised and given.</summary>
    public static async Task FillWithSample(this Store store, DateOnly today, TimeProvider clock, CancellationToken stop)
    {
        await using var writing = await store.WriteAlone(stop);
        var people = SampleNetwork.On(today).Select(p => (Person: p, Rows: PersonRows.Of(p.Details, clock.GetUtcNow().UtcDateTime))).ToList();
        await store.AddPeople([.. people.Select(p => p.Rows)], stop);
        await store.AddAffiliations([.. from p in people where p.Person.Affiliation is not null select (p.Rows.Person.Id, p.Person.Affiliation)], clock, stop);
        foreach (var (person, rows) in people.Where(p => p.Person.Layer != Layer.None)) await store.SetLayer(rows.Person.Id, person.Layer, stop);
        foreach (var name in SampleNeeds.HalfYearly) await store.SetCadence(Named(name), 182, stop);
        await store.RecordMany(people.SelectMany(p => p.Person.Touches.Select(t => Touch(t, p.Rows.Person.Id))), today, clock, stop);
        await store.Promise(new NewTask { Text = "Send the deck to Agnieszka", DueOn = today.AddDays(-1), PersonId = Named("Agnieszka Dąbrowska") }, clock, stop);
        await store.Promise(new NewTask { Text = "Introduction to the hospital's buyer", DueOn = today.AddDays(9), PersonId = Named("Beatriz Gonçalves-Montenegro"), PromisedToMe = true }, clock, stop);
        var ids = people.ToDictionary(p => p.Person.Details.Name, p => p.Rows.Person.Id);
        await store.SayWhatRobinNeeds(ids, today, clock, stop);
        await store.AskAndThank(ids, today, clock, stop);
        await store.SeatAdvisors(ids, today, clock, stop);
        await store.GrowAndGive(ids, today, clock, stop);
        foreach (var (name, other, strength) in SampleAcquaintances.Table) await store.SayKnow(new() { PersonId = Named(name), Others = [Named(other)], Strength = strength }, today, stop);
        store.Add(new Review { On = today.AddDays(-SampleNeeds.ReviewedDaysAgo), Note = SampleNeeds.Reviewed, Coverage = .45, Needs = 8, CreatedAt = new Earlier(clock, SampleNeeds.ReviewedDaysAgo).GetUtcNow().UtcDateTime });
        await store.SaveChangesAsync(stop);
        await writing.CommitAsync(stop);

        Guid Named(string name) => people.Find(p => p.Person.Details.Name == name).Rows.Person.Id;
    }

    private static async Task SayWhatRobinNeeds(this Store store, Dictionary<string, Guid> people, DateOnly today, TimeProvider clock, CancellationToken stop)
    {
        var goal = await store.AddGoal(new("Twenty paying clinics in Iberia", today.AddDays(210)), clock, stop);
        foreach (var sample in SampleNeeds.Table)
        {
            var need = await store.AddNeed(new() { Kind = sample.Kind, Topic = sample.Topic, Importance = sample.Importance, GoalId = sample.ForTheGoal ? goal.Id : null }, new Earlier(clock, sample.NotedDaysAgo), stop);
            if (sample.ClosedDaysAgo is { } closed) await store.CloseNeed(need.Id, today.AddDays(-closed), stop);
            foreach (var (name, ability) in sample.Said) await store.SaySupport(need.Id, people[name], ability, today.AddDays(-20), stop);
            if (sample.Agreed is { } agreed) await store.Agree(need.Id, people[agreed], new(today.AddDays(240), SampleNeeds.Scope), today, stop);
        }
        await store.ReachGoal((await store.AddGoal(new("A first clinic outside Portugal"), new Earlier(clock, SampleNeeds.ReviewedDaysAgo + 90), stop)).Id, today.AddDays(-45), stop);
        foreach (var (text, whom) in SampleNeeds.Offers) await store.AddOffer(new(text, whom), clock, stop);
    }

    /// <summary>Asks in all their states, help both ways, what others need and doors that were opened.</summary>
    private static async Task AskAndThank(this Store store, Dictionary<string, Guid> people, DateOnly today, TimeProvider clock, CancellationToken stop)
    {
        foreach (var sample in SampleExchange.Favours) await store.NoteFavour(new() { PersonId = people[sample.Name], Way = sample.Way, What = sample.What, Topic = sample.Topic, Weight = sample.Weight, On = today.AddDays(-sample.DaysAgo) }, today, clock, stop);
        foreach (var (name, text, ago) in SampleExchange.Wishes) await store.AddWish(new(people[name], text, today.AddDays(-ago)), today, clock, stop);
        foreach (var (name, what, ago) in SampleExchange.Doors) await store.AddOpportunity(new(people[name], what, today.AddDays(-ago)), today, clock, stop);
        foreach (var sample in SampleExchange.Asks)
        {
            var sent = today.AddDays(-sample.DaysAgo);
            var ask = await store.AddAsk(new() { PersonId = people[sample.Name], What = sample.What, HowLong = sample.HowLong, Then = [.. sample.Then.Select(n => people[n])] }, sent, clock, stop);
            await store.SendAsk(ask.Id, sent, clock, stop);
            if (sample.Reply is { } reply) await store.SayAnswer(ask.Id, reply, today.AddDays(-1), clock, stop);
        }
    }

    /// <summary>Who sits on Robin's board, and what they advised.</summary>
    private static async Task SeatAdvisors(this Store store, Dictionary<string, Guid> people, DateOnly today, TimeProvider clock, CancellationToken stop)
    {
        foreach (var sample in SampleBoard.Seats)
        {
            var seat = new NewSeat { Function = sample.Function, Topic = sample.Topic };
            if (sample.Name is { } name) seat = seat with { PersonId = people[name], Since = today.AddDays(-sample.DaysAgo), Until = sample.DaysLeft > 0 ? today.AddDays(sample.DaysLeft) : null, Scope = sample.Times is null ? null : SampleBoard.Scope, TimesAYear = sample.Times, Gives = sample.Gives };
            await store.AddSeat(seat, today, clock, stop);
        }
        foreach (var sample in SampleBoard.Advice)
        {
            var advice = await store.NoteAdvice(new() { PersonId = people[sample.Name], On = today.AddDays(-sample.DaysAgo), Question = sample.Question, Text = sample.Text }, today, clock, stop);
            if (sample.Decision is { } decision) await store.Decide(advice.Id, decision, today.AddDays(-sample.DaysAgo + 2), stop);
        }
    }

    private static NewTouch Touch(SampleTouch touch, Guid person) =>
        new() { People = [person], Kind = touch.Kind, On = touch.On, Direction = touch.Direction, Minutes = touch.Minutes, Note = touch.Note };
}
