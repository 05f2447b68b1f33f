using Mainstay.Accounts;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Hosting;

/// <summary>Lets the local owner in: from here on the request sees their space, their day and their language.</summary>
internal sealed class Welcome(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext http, Visit visit, Store store, TimeProvider clock)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<UnattendedAttribute>() is null)
        {
            visit.Owner = await store.EnterAsLocalOwner(clock, http.RequestAborted);
            Languages.Speak(visit.Owner.Culture);
        }
        await next(http);
    }
}
