using Mainstay.Accounts;
using Mainstay.Mail;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Outreach;

/// <summary>Messages, and the words they begin with.</summary>
public static class DraftActions
{
    /// <summary>Begins a message with the words of a template, filled with what is known, or with the owner's own; nothing is sent.</summary>
    public static Task<Draft> BeginDraft(this Store store, NewDraft draft, DateOnly today, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        if (draft.Id is { } once && await store.Drafts.FirstOrDefaultAsync(d => d.Id == once, stop) is { } already) return already;
        Mistaken.ThrowIf(draft.Check());
        var to = await store.RecipientOf(draft.CandidateId, draft.PersonId, today, stop);
        var words = draft.Template is null ? null : (await store.Openings(stop)).FirstOrDefault(b => string.Equals(b.Id, draft.Template, StringComparison.OrdinalIgnoreCase)) ?? throw new Mistaken(new Problems { { "template", "Outreach.NoSuchTemplate", draft.Template } });
        var row = store.Add(new Draft
        {
            Id = draft.Id ?? Guid.CreateVersion7(),
            CandidateId = to.Candidate?.Id,
            PersonId = to.PersonId,
            Subject = draft.Words?.Subject.Trim() ?? MergeFields.Fill(words?.Subject ?? "", to.Facts),
            Text = draft.Words?.Text.ReplaceLineEndings("\n").Trim() ?? MergeFields.Fill(words?.Text ?? Opening.Blank, to.Facts),
            CreatedAt = clock.GetUtcNow().UtcDateTime,
        }).Entity;
        await store.SaveChangesAsync(stop);
        return row;
    }, stop);

    /// <summary>Says it otherwise. What was sent stays as it was sent.</summary>
    public static Task<Draft> WordDraft(this Store store, Guid id, Wording wording, CancellationToken stop) => store.ChangeDraft(id, draft =>
    {
        Mistaken.ThrowIf(wording.Check());
        (draft.Subject, draft.Text) = (wording.Subject.Trim(), wording.Text.ReplaceLineEndings("\n").Trim());
        return Task.CompletedTask;
    }, stop);

    /// <summary>It is sent: refused while a place in it is not filled. A candidate is contacted by it, or followed up; with a person it is a touch, which is called as the message is.</summary>
    public static Task<Draft> SayDraftSent(this Store store, Guid id, DateOnly today, TimeProvider clock, CancellationToken stop) => store.ChangeDraft(id, async draft =>
    {
        Mistaken.ThrowIf(new Wording(draft.Subject, draft.Text).CheckToSend());
        draft.SentOn = today;
        await store.SaveChangesAsync(stop);
        var candidate = draft.CandidateId is { } known ? await store.CandidateToChange(known, stop) : null;
        if (candidate is { Stage: Stage.Noticed }) await store.MoveCandidate(candidate.Id, new(Stage.Contacted) { TouchId = id }, today, clock, stop);
        else if (candidate is { Stage: Stage.Contacted, FollowedUpOn: null } && candidate.ContactedOn < today) await store.FollowUp(candidate.Id, today, clock, stop, touch: id);
        else
        {
            if ((draft.PersonId ?? candidate?.PersonId) is { } person) await store.Record(new() { Id = id, People = [person], On = today, Kind = TouchKind.Mail, Direction = Direction.Out, Note = draft.Subject }, today, clock, stop);
            if (candidate is not null) await store.KeepMovedNothing(draft, clock, stop);
        }
    }, stop);

    /// <summary>Sends it from here, in the owner's name and with their address to answer to; with that it counts as sent.</summary>
    public static Task<Draft> SendDraft(this Store store, Guid id, Settings settings, DateOnly today, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var draft = (await store.DraftOf(id, stop)).It;
        if (!MailSettings.CanSend(settings)) throw new Conflict("Mail.NoMailServer");
        var to = await store.RecipientOf(draft.CandidateId, draft.PersonId, today, stop);
        if (to.Mail is null) throw new Mistaken(new Problems { { "to", "Mail.NoMailToSend", to.Name } });
        var sent = await store.SayDraftSent(id, today, clock, stop);
        await store.Post(new()
        {
            Id = id,
            Cause = "Outreach.CauseMessage",
            SubjectId = id,
            To = to.Mail,
            ToName = to.Name,
            FromName = await store.OwnersName(stop),
            ReplyTo = await store.OwnersMail(stop),
            Subject = draft.Subject,
            Text = draft.Text,
        }, clock, stop);
        return sent;
    }, stop);

    /// <summary>Removes a message; what its sending was noted as stays. The answer is by what it is taken back.</summary>
    public static Task<Guid> RemoveDraft(this Store store, Guid id, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var draft = await store.Drafts.FirstOrDefaultAsync(d => d.Id == id, stop) ?? throw new NotFound("Outreach.DraftNotThere");
        return await store.LetGo(new(draft, draft.PersonId), clock, stop);
    }, stop);

    /// <summary>Keeps words of the owner's own.</summary>
    public static Task<Template> AddTemplate(this Store store, NewTemplate template, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        if (template.Id is { } once && await store.Templates.FirstOrDefaultAsync(t => t.Id == once, stop) is { } already) return already;
        Mistaken.ThrowIf(await store.Check(template, null, stop));
        var row = store.Add(new Template { Id = template.Id ?? Guid.CreateVersion7(), Name = template.Name.Trim(), Subject = template.Subject.Trim(), Text = template.Text.ReplaceLineEndings("\n").Trim(), CreatedAt = clock.GetUtcNow().UtcDateTime }).Entity;
        await store.SaveChangesAsync(stop);
        return row;
    }, stop);

    public static Task<Template> ChangeTemplate(this Store store, Guid id, NewTemplate template, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var row = await store.Templates.FirstOrDefaultAsync(t => t.Id == id, stop) ?? throw new NotFound("Outreach.TemplateNotThere");
        Mistaken.ThrowIf(await store.Check(template, id, stop));
        (row.Name, row.Subject, row.Text) = (template.Name.Trim(), template.Subject.Trim(), template.Text.ReplaceLineEndings("\n").Trim());
        await store.SaveChangesAsync(stop);
        return row;
    }, stop);

    /// <summary>Removes a template; messages that began with it stay. The answer is by what it is taken back.</summary>
    public static Task<Guid> RemoveTemplate(this Store store, Guid id, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
        await store.LetGo(new(await store.Templates.FirstOrDefaultAsync(t => t.Id == id, stop) ?? throw new NotFound("Outreach.TemplateNotThere")), clock, stop), stop);

    private static async Task<Problems> Check(this Store store, NewTemplate template, Guid? but, CancellationToken stop)
    {
        var name = template.Name.Trim();
        return template.Check().When(await store.Templates.AnyAsync(t => t.Name == name && t.Id != but, stop), "name", "Outreach.TemplateNameTaken", name);
    }

    private static Task<Draft> ChangeDraft(this Store store, Guid id, Func<Draft, Task> change, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var draft = await store.Drafts.FirstOrDefaultAsync(d => d.Id == id, stop) ?? throw new NotFound("Outreach.DraftNotThere");
        if (draft.SentOn is not null) throw new Conflict("Outreach.SentAlready", draft.SentOn);
        await change(draft);
        await store.SaveChangesAsync(stop);
        return draft;
    }, stop);

    /// <summary>Takes the removal of a message back, unless nobody is left to whom it goes.</summary>
    internal sealed class Back : RemovalActions.Back<Draft>
    {
        protected override async Task MayReturn(Store store, Draft draft, TimeProvider clock, CancellationToken stop)
        {
            if (draft.CandidateId is { } candidate && !await store.Candidates.AnyAsync(c => c.Id == candidate, stop)) draft.CandidateId = null;
            if ((draft.CandidateId ?? draft.PersonId) is null) throw new Conflict("Outreach.NobodyToWriteTo");
        }
    }
}
