using Mainstay.Entrance;
using Mainstay.Web;

namespace Mainstay.Reminders;

/// <summary>Ends the mails, by the link that stands in each of them or by the one click of a mail program (RFC 8058): it does nothing else, and done twice it is done once.</summary>
public sealed partial class StopMailsPage
{
    internal sealed class Hook : ILinkPurpose
    {
        public string Purpose => DigestActions.StopPurpose;

        public async Task<IResult> Show(LinkCall call, CancellationToken stop) => Page(call, (await call.Store.Plan(stop))?.ByMail == true);

        /// <summary>Answered here and led nowhere: a mail program's one click follows nothing.</summary>
        public async Task<IResult> Take(LinkCall call, IFormCollection form, CancellationToken stop)
        {
            await call.Store.StopMails(stop);
            return Page(call, false);
        }

        private static IResult Page(LinkCall call, bool isOn) => Answers.Page<StopMailsPage>(new { IsOn = isOn, call.Action });
    }
}
