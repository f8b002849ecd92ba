// What customers of online services and shops say for one another, in French, Spanish, Italian and Portuguese. The
// format is that of en-actions.ts.

export const FR_WORDS = `
supprimer effacer enlever retirer suppression éliminer | vider fermer résilier annuler
désactiver arrêter couper éteindre | bloquer empêcher supprimer
activer allumer | démarrer
bloquer empêcher interdire | désactiver opposition
résilier résiliation mettre+fin arrêter | annuler abonnement désabonner
annuler annulation rétracter rétractation | résilier commande
désabonner désinscrire | newsletter résilier
modifier changer corriger mettre+à+jour éditer | remplacer
échanger échange remplacer | retour taille
connecter connexion identifier login | mot+de+passe compte accéder
déconnecter déconnexion | session
inscrire inscription créer+un+compte | compte
mot+de+passe mdp code | connexion oublié réinitialiser
compte profil | données
télécharger enregistrer | exporter sauvegarder
importer ajouter | téléverser
récupérer restaurer retrouver | perdu supprimé
perdu égaré disparu manquant | retrouver volé
volé vol | perdu bloquer
chercher trouver rechercher | où
cacher masquer | privé
partager | envoyer inviter
envoyer expédier | livraison
transférer rediriger | envoyer
commander acheter commande achat | colis
payer paiement régler règlement | carte moyen
débité prélevé prélèvement | paiement argent
facture reçu ticket | tva
remboursement rembourser argent | retour avoir
retour renvoyer retourner rendre | remboursement étiquette
bon code réduction promo coupon chèque+cadeau carte+cadeau | remise
réduction remise rabais promotion | moins+cher code
prix coût frais tarif combien | cher
colis paquet livraison envoi | commande
livraison livrer expédition port | colis délai
suivre suivi tracking | où colis
reçu arrivé recevoir arriver | livraison
retard tard attendre délai | livraison quand
cassé abîmé endommagé défectueux casse | garantie
faux erreur mauvais incorrect | échange
erreur problème bug panne marche+pas fonctionne+pas | cassé
réclamation plainte | cassé
garantie | réparation
réparation réparer | cassé
douane taxe import | étranger
adresse | déménagement livraison
mail email courriel e-mail message | boîte
notification alerte rappel | message
photo image | vidéo
téléphone portable mobile | numéro appeler
appeler téléphoner joindre contacter contact | téléphone
conseiller humain personne agent | parler
horaires ouvert ouverture | magasin
magasin boutique | retrait
retrait retirer | magasin
stock disponible rupture | quand
taille dimension | petit grand
monter installer fixer montage | régler
régler ajuster réglage | monter
vélo bicyclette | roue
abonnement adhésion | résilier
données informations rgpd | confidentialité`

export const ES_WORDS = `
eliminar borrar quitar suprimir | vaciar cerrar cancelar
desactivar apagar deshabilitar | bloquear impedir
activar encender habilitar | empezar
bloquear impedir evitar | desactivar
cancelar anular cancelación anulación darse+de+baja dar+de+baja baja | suscripción desistir
cambiar modificar editar actualizar corregir | sustituir
cambio cambiar canjear | devolución talla
iniciar+sesión entrar acceder login ingresar | contraseña cuenta
cerrar+sesión salir | sesión
registrar registro crear+cuenta | cuenta
contraseña clave password | acceder olvidar restablecer
cuenta perfil | datos
descargar bajar guardar | exportar
subir importar cargar | añadir
recuperar restaurar | perdido borrado
perdido extraviado desaparecido falta | encontrar robado
robado robo | perdido
buscar encontrar | dónde
ocultar esconder | privado
compartir | enviar invitar
enviar mandar | envío
reenviar | enviar
pedir comprar pedido compra orden | paquete
pagar pago abonar | tarjeta método
cobrado cargo cobro | pago dinero
factura recibo ticket | iva
reembolso dinero devolución+del+dinero reembolsar | devolución
devolución devolver retornar | reembolso etiqueta
cupón código descuento vale tarjeta+regalo | promoción
descuento rebaja oferta promoción | barato
precio coste costo gasto cuánto tarifa cuesta | caro
paquete envío pedido entrega | mercancía
envío entrega entregar reparto | paquete plazo
seguimiento rastrear rastreo | dónde paquete
llegar llegado recibir recibido | entrega
retraso tarde demora | entrega cuándo
roto dañado defectuoso estropeado | garantía
equivocado incorrecto mal error | cambio
error problema fallo avería no+funciona | roto
reclamación queja | roto
garantía | reparación
reparar reparación arreglar | roto
aduana impuesto arancel | extranjero
dirección domicilio | mudanza envío
correo email e-mail mensaje mail | bandeja
notificación aviso alerta recordatorio | mensaje
foto imagen | vídeo
teléfono móvil celular | número llamar
llamar telefonear contactar contacto | teléfono
persona agente humano asesor | hablar
horario abierto | tienda
tienda local | recoger
recoger recogida | tienda
existencias disponible stock agotado | cuándo
talla tamaño medida | grande pequeño
montar instalar montaje | ajustar
bicicleta bici | rueda
suscripción abono membresía | cancelar
datos información | privacidad`

export const IT_WORDS = `
eliminare cancellare rimuovere togliere | svuotare chiudere annullare
disattivare spegnere disabilitare | bloccare
attivare accendere abilitare | avviare
bloccare impedire evitare | disattivare
annullare disdire recedere annullamento disdetta recesso | cancellare abbonamento ordine
cambiare modificare aggiornare correggere | sostituire
cambio sostituire sostituzione | reso taglia
accedere accesso login entrare | password account
uscire disconnettere logout | sessione
registrare registrazione iscrivere | account
password codice parola+chiave | accesso dimenticare reimpostare
account conto profilo | dati
scaricare salvare | esportare
caricare importare | aggiungere
recuperare ripristinare | perso cancellato
perso smarrito sparito manca mancante | trovare rubato
rubato furto | perso
cercare trovare | dove
nascondere | privato
condividere | inviare invitare
inviare spedire mandare | spedizione
inoltrare | inviare
ordinare comprare ordine acquisto acquistare | pacco
pagare pagamento | carta metodo
addebitato addebito | pagamento soldi
fattura ricevuta scontrino | iva
rimborso rimborsare soldi+indietro | reso
reso restituire restituzione rendere | rimborso etichetta
buono codice sconto coupon carta+regalo | promozione
sconto riduzione offerta | economico
prezzo costo spese tariffa quanto | caro
pacco spedizione consegna ordine | merce
spedizione consegna consegnare | pacco tempi
tracciare tracciamento tracking | dove pacco
arrivare arrivato ricevere ricevuto | consegna
ritardo tardi | consegna quando
rotto danneggiato difettoso guasto | garanzia
sbagliato errato errore | cambio
errore problema guasto non+funziona | rotto
reclamo | rotto
garanzia | riparazione
riparare riparazione | rotto
dogana tassa dazio | estero
indirizzo | trasloco consegna
mail email e-mail messaggio posta | casella
notifica avviso promemoria | messaggio
foto immagine | video
telefono cellulare | numero chiamare
chiamare telefonare contattare contatto | telefono
persona operatore umano | parlare
orari aperto apertura | negozio
negozio | ritiro
disponibile disponibilità esaurito magazzino | quando
taglia misura dimensione | grande piccolo
montare installare montaggio | regolare
bicicletta bici | ruota
abbonamento iscrizione | disdire
dati informazioni | privacy`

export const PT_WORDS = `
excluir apagar eliminar remover deletar | esvaziar fechar cancelar
desativar desligar | bloquear
ativar ligar habilitar | iniciar
bloquear impedir evitar | desativar
cancelar anular cancelamento desistir | assinatura encomenda
mudar alterar modificar editar atualizar trocar | corrigir
trocar troca substituir | devolução tamanho
entrar login iniciar+sessão acessar aceder | senha conta
sair terminar+sessão | sessão
registrar cadastrar cadastro registo criar+conta | conta
senha palavra-passe password | entrar esquecer redefinir
conta perfil | dados
baixar descarregar download salvar guardar | exportar
enviar carregar upload importar | adicionar
recuperar restaurar | perdido apagado
perdido sumiu desapareceu falta extraviado | encontrar roubado
roubado roubo furto | perdido
procurar encontrar buscar achar | onde
ocultar esconder | privado
compartilhar partilhar | enviar convidar
enviar mandar | envio
encomendar comprar pedido encomenda compra | pacote
pagar pagamento | cartão método
cobrado cobrança debitado | pagamento dinheiro
fatura recibo nota+fiscal | iva
reembolso dinheiro+de+volta reembolsar estorno | devolução
devolução devolver retornar | reembolso etiqueta
cupom código desconto vale cartão+presente cupão | promoção
desconto oferta promoção | barato
preço custo taxa quanto valor portes frete | caro
pacote encomenda envio entrega | pedido
entrega envio entregar frete | pacote prazo
rastrear rastreamento seguir | onde pacote
chegar chegou receber recebi | entrega
atraso atrasado demora | entrega quando
quebrado danificado defeituoso estragado partido | garantia
errado incorreto erro | troca
erro problema falha não+funciona | quebrado
reclamação queixa | quebrado
garantia | reparação
consertar reparar conserto reparação | quebrado
alfândega imposto | exterior
endereço morada | mudança entrega
mail email e-mail mensagem correio | caixa
notificação aviso lembrete | mensagem
foto imagem | vídeo
telefone celular telemóvel | número ligar
ligar telefonar contato contacto contatar | telefone
pessoa atendente humano agente | falar
horário aberto | loja
loja | levantar retirar
disponível estoque stock esgotado | quando
tamanho medida | grande pequeno
montar instalar montagem | ajustar
bicicleta bike | roda
assinatura subscrição plano | cancelar
dados informações | privacidade`
