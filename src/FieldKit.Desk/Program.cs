using FieldKit.Desk;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Components.WebAssembly.Hosting;

var builder = WebAssemblyHostBuilder.CreateDefault(args);
builder.RootComponents.Add<App>("#app");
builder.RootComponents.Add<HeadOutlet>("head::after");
// The API stands at the origin's root; the desk itself below it.
builder.Services.AddSingleton(new HttpClient { BaseAddress = new(new Uri(builder.HostEnvironment.BaseAddress), "/") });
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddDesk();
await builder.Build().RunAsync();
