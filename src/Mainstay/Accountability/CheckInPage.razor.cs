using Mainstay.Entrance;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Accountability;

/// <summary>A check-in out of a mail, by the owner's own link: the page asks, its button notes it, once. Who reads mail before the owner says nothing by following it.</summary>
public sealed partial class CheckInPage
{
    internal static NewCheckIn Read(IFormCollection form) =>
        new(Enum.TryParse<Went>(form["answer"], true, out var answer) && Enum.IsDefined(answer) ? answer : (Went)(-1), form.Filled("sentence"), form.Filled("nextStep"));

    /// <summary>Hangs it behind the links that mails hold.</summary>
    internal sealed class Hook : ILinkPurpose
    {
        public string Purpose => CommitmentActions.CheckInPurpose;

        public Task<IResult> Show(LinkCall call, CancellationToken stop) => Page(call, null, stop);

        public async Task<IResult> Take(LinkCall call, IFormCollection form, CancellationToken stop)
        {
            try
            {
                await call.Store.CheckInByLink(call.Opened.Link, Read(form) with { For = form.Day("for") }, call.Today, call.Clock, stop);
                return ByLink.Thanks("Accountability.SaidNotedByLink");
            }
            catch (Mistaken mistaken)
            {
                call.Store.ChangeTracker.Clear();
                return await Page(call, new("check-in", form, mistaken.Problems), stop);
            }
        }

        private static async Task<IResult> Page(LinkCall call, Typed? typed, CancellationToken stop)
        {
            var line = await call.Store.CheckInWaiting(call.Opened.Link, call.Today, stop);
            return Answers.Page<CheckInPage>(new { Line = line, call.Today, For = line.Course.CheckInToAnswer(call.Today)!.Value, call.Action, Typed = typed }, typed);
        }
    }
}
