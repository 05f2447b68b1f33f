using Mainstay.Accounts;
using Mainstay.Entrance;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Reminders;

/// <summary>The one action of a card, by a link in a mail: the page asks, its button does it, once. Who reads mail before the owner does nothing by following it.</summary>
public sealed partial class DigestActPage
{
    internal const string TaskPurpose = "digest-task";

    internal static string TouchPurpose(TouchKind kind) => "digest-" + kind.ToString().ToLowerInvariant();

    /// <summary>A promise is kept.</summary>
    internal sealed class TaskHook : ILinkPurpose
    {
        public string Purpose => TaskPurpose;

        public async Task<IResult> Show(LinkCall call, CancellationToken stop)
        {
            var id = call.Opened.Link.SubjectId;
            var text = await call.Store.Tasks.Where(t => t.Id == id).Select(t => t.Text).FirstOrDefaultAsync(stop) ?? throw new NotFound("Accounts.NoSuchLink");
            return Ask(call, Speech.Say("Rhythm.MarkDone"), text);
        }

        public Task<IResult> Take(LinkCall call, IFormCollection form, CancellationToken stop) =>
            Do(call, () => call.Store.Finish(call.Opened.Link.SubjectId, call.Today, stop), stop);
    }

    /// <summary>A touch is logged, on the day on which the button is pressed.</summary>
    internal sealed class TouchHook(TouchKind kind) : ILinkPurpose
    {
        public string Purpose => TouchPurpose(kind);

        public async Task<IResult> Show(LinkCall call, CancellationToken stop)
        {
            var id = call.Opened.Link.SubjectId;
            var name = await call.Store.People.Where(p => p.Id == id).Select(p => p.Name).FirstOrDefaultAsync(stop) ?? throw new NotFound("Accounts.NoSuchLink");
            return Ask(call, Speech.Say($"Rhythm.Log{kind}"), Speech.Say("Reminders.WithOn", name, call.Today));
        }

        public Task<IResult> Take(LinkCall call, IFormCollection form, CancellationToken stop) =>
            Do(call, () => call.Store.Record(new() { People = [call.Opened.Link.SubjectId], Kind = kind, On = call.Today }, call.Today, call.Clock, stop), stop);
    }

    internal static IResult Ask(LinkCall call, string title, string lede) => Answers.Page<DigestActPage>(new { Title = title, Lede = lede, call.Action });

    internal static async Task<IResult> Do(LinkCall call, Func<Task> act, CancellationToken stop)
    {
        await call.Store.AllOrNothing(async () =>
        {
            await call.Store.UseLink(call.Opened.Link, call.Clock, stop);
            await act();
            return true;
        }, stop);
        return ByLink.Thanks("Reminders.SaidDone");
    }
}
