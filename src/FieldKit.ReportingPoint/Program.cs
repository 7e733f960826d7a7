using FieldKit.ReportingPoint;
using FieldKit.ReportingPoint.Content;
using FieldKit.ReportingPoint.Doorstep;
using FieldKit.ReportingPoint.Identity;
using FieldKit.ReportingPoint.Intake;
using FieldKit.ReportingPoint.Staff;
using FieldKit.ReportingPoint.StaticApps;
using FieldKit.ReportingPoint.Storage;

var builder = WebApplication.CreateBuilder(CommandLineSwitches.Expand(args));
builder.AddDoorstep();
builder.AddStorage();
builder.AddContent();
builder.AddIdentity();
builder.AddIntake();
builder.AddStaff();
builder.AddStaticApps();

var app = builder.Build();
app.UseDoorstep();
app.UseStaff();
app.MapHealth();
app.MapContent();
app.MapIdentity();
app.MapIntake();
app.MapStaff();
app.MapStaticApps();
app.Run();
